import { expect, it } from 'vitest';
import { doorRefusals } from '#platform/http/problem.ts';
import { problemsPage } from './problems-page.ts';

it('the page of refusals has a line for every code, to which an answer can point', () => {
  const page = problemsPage(doorRefusals);
  for (const [code, { title, next }] of Object.entries(doorRefusals)) {
    expect(page).toContain(`<tr id="${code}">`);
    expect(page).toContain(title.nl);
    expect(page).toContain(next.en);
  }
});

it('a sign in a sentence stays a sign', () => {
  const said = { nl: 'Kies < 3 & ga door.', en: 'Choose < 3 & go on.' };
  const page = problemsPage({ 'more-than-three': { status: 422, title: said, next: said } });
  expect(page).toContain('Kies &lt; 3 &amp; ga door.');
  expect(page).not.toContain('< 3');
});
