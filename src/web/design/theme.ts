import { type CSSVariablesResolver, createTheme } from '@mantine/core';

const FONT = '"Atkinson Hyperlegible Next", system-ui, sans-serif';

/** Mantine in our clothes: petrol means "you can act"; every text reaches AA; colours come from tokens.css. */
export const theme = createTheme({
  fontFamily: FONT,
  headings: { fontFamily: FONT, fontWeight: '700' },
  primaryColor: 'petrol',
  primaryShade: { light: 7, dark: 7 },
  colors: {
    petrol: [
      '#EDF5F6',
      '#E2EFF1',
      '#C3DDE2',
      '#9CC6CE',
      '#6FAAB6',
      '#468E9D',
      '#247384',
      '#0B5264',
      '#094453',
      '#073844',
    ],
  },
  defaultRadius: 8,
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  fontSizes: { xs: '12.5px', sm: '14px', md: '15px', lg: '16px', xl: '20px' },
});

/** Mantine's own variables, pointed at our tokens, the same names in both schemes. */
export const variables: CSSVariablesResolver = () => {
  const shared = {
    '--mantine-color-body': 'var(--paper)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-bright': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--ink-2)',
    '--mantine-color-placeholder': 'var(--ink-3)',
    '--mantine-color-error': 'var(--error)',
    '--mantine-color-default': 'var(--surface)',
    '--mantine-color-default-hover': 'var(--action-tint)',
    '--mantine-color-default-color': 'var(--ink)',
    '--mantine-color-default-border': 'var(--line-2)',
    '--mantine-color-anchor': 'var(--action)',
    '--mantine-primary-color-filled': 'var(--action)',
    '--mantine-primary-color-filled-hover': 'var(--action-hover)',
    '--mantine-primary-color-light': 'var(--action-tint)',
    '--mantine-primary-color-light-color': 'var(--action)',
    '--mantine-primary-color-contrast': 'var(--action-on)',
  };
  return { variables: {}, light: shared, dark: shared };
};
