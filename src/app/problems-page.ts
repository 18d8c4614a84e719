import type { RefusalText, RefusalTexts } from '#kernel/refusal.ts';

const SPECIAL: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const plain = (text: string): string => text.replace(/[&<>"]/g, (sign) => SPECIAL[sign] ?? sign);

const row = (code: string, { status, title, next }: RefusalText): string =>
  `<tr id="${plain(code)}"><th scope="row"><code>${plain(code)}</code></th><td>${status}</td>` +
  `<td>${plain(title.nl)}<br><span lang="en">${plain(title.en)}</span></td>` +
  `<td>${plain(next.nl)}<br><span lang="en">${plain(next.en)}</span></td></tr>`;

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;max-width:72rem;margin:2rem auto;padding:0 1rem}
table{border-collapse:collapse}th,td{text-align:left;vertical-align:top;padding:.5rem .75rem;border-bottom:1px solid #767676}
span{color:#595959}tr:target{background:#fff3c4}`;

/** The page that `type` in every refusal points to: each code with its status, what is the matter and what to do now. */
export const problemsPage = (texts: RefusalTexts): string => `<!doctype html>
<html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Weigeringen · Verkeerstoren</title><style>${STYLE}</style></head><body>
<h1>Weigeringen</h1>
<table><thead><tr><th scope="col">Code</th><th scope="col">Status</th><th scope="col">Wat er is</th><th scope="col">Wat u nu doet</th></tr></thead>
<tbody>
${Object.entries(texts)
  .map(([code, text]) => row(code, text))
  .join('\n')}
</tbody></table></body></html>
`;
