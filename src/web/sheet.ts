/** A cell that no spreadsheet takes for a formula. */
const cell = (text: string): string => `"${text.replace(/^[=+\-@]/, "'$&").replaceAll('"', '""')}"`;

/** Saves lines as a file that opens in every spreadsheet; it is made here and goes nowhere. */
export const saveSheet = (name: string, lines: readonly (readonly string[])[]): void => {
  const text = lines.map((line) => line.map(cell).join(';')).join('\r\n');
  const url = URL.createObjectURL(new Blob([`\uFEFF${text}`], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
};
