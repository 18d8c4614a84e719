import type { JSX } from 'react';
import { OwnPage } from '#web/rooms/people/own/OwnPage.tsx';

/** The door of the relative who reads along: the same link, birth date and code, and only the stay behind it. */
export const FamilyPage = (): JSX.Element => <OwnPage relative />;
