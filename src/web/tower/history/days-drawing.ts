/** The field a line is drawn in; `most` is the value at its top. */
export interface Field {
  readonly width: number;
  readonly height: number;
  readonly most: number;
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** How far from the top a value stands. */
export const topOf = (value: number, { height, most }: Field): number =>
  round(height - (most === 0 ? 0 : (value / most) * height));

/** A line with one step per day, as the path of an SVG; empty without days. */
export const stepLine = (values: readonly number[], field: Field): string =>
  values
    .map((value, day) => {
      const right = round(((day + 1) / values.length) * field.width);
      return `${day === 0 ? 'M0 ' : 'V'}${topOf(value, field)}H${right}`;
    })
    .join('');
