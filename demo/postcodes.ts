import type { Postcode } from '#modules/region/types.ts';

/**
 * Centre points of the four-digit postcodes of the practice region. Facts from the public 4pp list by Bob den Otter
 * (github.com/bobdenotter/4pp, MIT, 2014), rounded to ten metres.
 */
export const POSTCODES: readonly Postcode[] = [
  { pc4: '9331', town: 'Norg', lat: 53.0654, lon: 6.4616 },
  { pc4: '9341', town: 'Veenhuizen', lat: 53.0307, lon: 6.394 },
  { pc4: '9401', town: 'Assen', lat: 52.9862, lon: 6.559 },
  { pc4: '9402', town: 'Assen', lat: 53.0022, lon: 6.5628 },
  { pc4: '9403', town: 'Assen', lat: 53.0088, lon: 6.5889 },
  { pc4: '9404', town: 'Assen', lat: 52.9769, lon: 6.5812 },
  { pc4: '9405', town: 'Assen', lat: 52.9636, lon: 6.5292 },
  { pc4: '9406', town: 'Assen', lat: 53.0037, lon: 6.5353 },
  { pc4: '9407', town: 'Assen', lat: 53.0185, lon: 6.5598 },
  { pc4: '9408', town: 'Assen', lat: 52.9999, lon: 6.5064 },
  { pc4: '9409', town: 'Loon', lat: 53.0129, lon: 6.612 },
  { pc4: '9414', town: 'Hooghalen', lat: 52.921, lon: 6.5399 },
  { pc4: '9421', town: 'Bovensmilde', lat: 52.9779, lon: 6.4784 },
  { pc4: '9422', town: 'Smilde', lat: 52.9492, lon: 6.4467 },
  { pc4: '9431', town: 'Westerbork', lat: 52.851, lon: 6.6057 },
  { pc4: '9443', town: 'Schoonloo', lat: 52.9056, lon: 6.7004 },
  { pc4: '9444', town: 'Grolloo', lat: 52.9347, lon: 6.6726 },
  { pc4: '9451', town: 'Rolde', lat: 52.9872, lon: 6.647 },
  { pc4: '9454', town: 'Ekehaar', lat: 52.9531, lon: 6.6027 },
  { pc4: '9458', town: 'Balloo', lat: 52.9961, lon: 6.6312 },
  { pc4: '9461', town: 'Gieten', lat: 53.0053, lon: 6.7634 },
  { pc4: '9462', town: 'Gasselte', lat: 52.9713, lon: 6.7879 },
  { pc4: '9463', town: 'Eext', lat: 53.0178, lon: 6.7358 },
  { pc4: '9465', town: 'Anderen', lat: 53.0012, lon: 6.6853 },
  { pc4: '9466', town: 'Gasteren', lat: 53.036, lon: 6.6631 },
  { pc4: '9467', town: 'Anloo', lat: 53.043, lon: 6.6981 },
  { pc4: '9468', town: 'Annen', lat: 53.0589, lon: 6.7214 },
  { pc4: '9471', town: 'Zuidlaren', lat: 53.0902, lon: 6.6787 },
  { pc4: '9481', town: 'Vries', lat: 53.0767, lon: 6.5783 },
  { pc4: '9482', town: 'Tynaarlo', lat: 53.0784, lon: 6.6145 },
  { pc4: '9483', town: 'Zeegse', lat: 53.0687, lon: 6.6455 },
  { pc4: '9484', town: 'Oudemolen', lat: 53.0494, lon: 6.639 },
  { pc4: '9486', town: 'Rhee', lat: 53.0326, lon: 6.5661 },
  { pc4: '9491', town: 'Zeijen', lat: 53.0473, lon: 6.5465 },
  { pc4: '9761', town: 'Eelde', lat: 53.1331, lon: 6.5643 },
];
