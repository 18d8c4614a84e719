import { describe, expect, test } from 'vitest';
import { iconNamesIn, iconShapes } from './vite-icons.ts';

describe('the icons that a build takes along', () => {
  test('are those that the sources name, in each way of naming them', () => {
    const source = `<Icon name="bed" size={21} /> <Button icon="send" /> { icon: 'phone' } icon={open ? 'sun' : 'moon'}`;
    expect(iconNamesIn(source)).toEqual(['bed', 'send', 'phone', 'sun', 'moon']);
  });

  test('keep only the drawing; line width and colour stand once on the svg', () => {
    const body =
      '<g fill="none" stroke="currentColor" stroke-width="2"><path d="M2 4v16"/><circle cx="12" cy="12" r="10" fill="none"/></g>';
    expect(iconShapes(body)).toEqual([
      ['path', { d: 'M2 4v16' }],
      ['circle', { cx: '12', cy: '12', r: '10' }],
    ]);
  });

  test('a filled dot stays filled', () => {
    expect(iconShapes('<circle cx="7" cy="7" r=".5" fill="currentColor"/>')).toEqual([
      ['circle', { cx: '7', cy: '7', r: '.5', fill: 'currentColor' }],
    ]);
  });
});
