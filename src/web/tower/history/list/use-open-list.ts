import { createContext, useContext } from 'react';

/** A number that was pressed: what asks for its list, and how it stands on the screen. */
export interface PressedNumber {
  /** What comes behind the `?` of `/api/v1/history/list`. */
  readonly number: Readonly<Record<string, string>>;
  /** What is counted: `Bezet`. */
  readonly word: string;
  /** Of what: `ELV hoog, Larikshof, di 20 okt 14:00`. */
  readonly about: string;
}

/** How a number opens its list; the page that looks back gives it to all its panels. */
export const OpenList = createContext<(pressed: PressedNumber) => void>(() => undefined);

/** Opens the list of a number. */
export const useOpenList = (): ((pressed: PressedNumber) => void) => useContext(OpenList);
