import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';

/**
 * The choices that live in the address (`?product=elv-high&km=15`), so that a view can be sent and kept.
 * `const [view, setView] = useAddress(); setView({ product: 'grz' })`: an empty value takes the choice away.
 */
export const useAddress = (): [
  view: Readonly<Record<string, string>>,
  change: (choices: Readonly<Record<string, string>>) => void,
] => {
  const view = useSearch({ strict: false }) as Readonly<Record<string, string>>;
  const navigate = useNavigate();
  const change = useCallback(
    (choices: Readonly<Record<string, string>>): void =>
      void navigate({
        to: '.',
        search: ((before: Record<string, string>) => ({ ...before, ...choices })) as never,
        replace: true,
      }),
    [navigate],
  );
  return [view, change];
};

/** A part of the path: `usePathPart('id')` on `/aanvragen/$id`; empty when the path has none. */
export const usePathPart = (name: string): string => {
  const parts = useParams({ strict: false }) as Readonly<Record<string, string>>;
  return parts[name] ?? '';
};
