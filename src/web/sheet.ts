/** A cell that no spreadsheet takes for a formula. */
const cell = (text: string): string => `"${text.replace(/^[=+\-@]/, "'$&").replaceAll('"', '""')}"`;

/** Saves a file; it is made here and goes nowhere. */
export const saveFile = (name: string, text: string, type: string): void => {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
};

/** Saves lines as a file that opens in every spreadsheet. */
export const saveSheet = (name: string, lines: readonly (readonly string[])[]): void => {
  const text = lines.map((line) => line.map(cell).join(';')).join('\r\n');
  saveFile(name, `\uFEFF${text}`, 'text/csv;charset=utf-8');
};
