/** What the card of a bed shows: what can be done, or one of the steps behind it. */
export type CardStep = 'acts' | 'end' | 'left' | 'move' | 'close' | 'facts';

/** Which bed and bar have their card open, and at which step. */
export interface CardState {
  readonly placeId: string;
  readonly barKey: string;
  readonly step: CardStep;
}
