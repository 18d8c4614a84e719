import { Link } from '@tanstack/react-router';
import type { JSX, ReactNode } from 'react';
import styles from './Button.module.css';
import { cx } from './cx.ts';
import { Icon } from './Icon.tsx';
import { Kbd } from './Kbd.tsx';

/** primary: the one thing to do here · secondary · quiet: text only · call: telephone · danger: only "Stop en bel". */
type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'call' | 'danger';

interface Face {
  readonly children: ReactNode;
  readonly look?: ButtonLook;
  /** 28, 34, 46 or 76 pixels high; on a phone never below 44. */
  readonly size?: 'small' | 'medium' | 'large' | 'huge';
  readonly wide?: boolean;
  /** A Lucide name. */
  readonly icon?: string;
  /** The keys that do the same. */
  readonly keys?: readonly string[];
  readonly label?: string;
}

const className = ({ look = 'secondary', size = 'medium', wide = false }: Face): string =>
  cx(styles.button, styles[look], size !== 'medium' && styles[size], wide && styles.wide);

const Inside = ({ icon, keys = [], children }: Face): JSX.Element => (
  <>
    {icon !== undefined && <Icon name={icon} />}
    <span>{children}</span>
    {keys.map((key) => (
      <Kbd key={key} onButton>
        {key}
      </Kbd>
    ))}
  </>
);

/**
 * A verb to press. `blocked` keeps it in the tab order and says so aloud, so that a reader finds out why; give the
 * reason beside it. `busy` is for a claim that waits for the server: put the waiting word in `children`.
 */
export const Button = ({
  onPress,
  submit = false,
  blocked = false,
  busy = false,
  expanded,
  ...face
}: Face & {
  onPress?: () => void;
  submit?: boolean;
  blocked?: boolean;
  busy?: boolean;
  expanded?: boolean;
}): JSX.Element => (
  <button
    type={submit ? 'submit' : 'button'}
    className={className(face)}
    aria-label={face.label}
    aria-disabled={blocked || busy || undefined}
    aria-busy={busy || undefined}
    aria-expanded={expanded}
    onClick={(event) => {
      if (blocked || busy) event.preventDefault();
      else onPress?.();
    }}
  >
    <Inside {...face} />
  </button>
);

/** The same look for going somewhere: an address inside the app, or `tel:`. */
export const ButtonLink = ({ to, ...face }: Face & { to: string }): JSX.Element =>
  /^(tel|https?|mailto|geo):/.test(to) || to.startsWith('/api/') ? (
    <a href={to} className={className(face)} aria-label={face.label}>
      <Inside {...face} />
    </a>
  ) : (
    <Link to={to} className={className(face)} aria-label={face.label}>
      <Inside {...face} />
    </Link>
  );
