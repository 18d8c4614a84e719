/** First names of women of the practice region. */
export const WOMEN = (
  'Geertje Hillechien Roelfien Jantje Grietje Aaltje Harmina Lammechien Trijntje Hendrikje Margje Fennechien ' +
  'Annechien Zwaantje Wubbechien Alberdina Egberdina Jantina Roelina Klaasje Hilligje Geessien Berendina Willemtje'
).split(' ');
/** First names of men. */
export const MEN = (
  'Harm Hendrik Roelof Jan Albert Egbert Geert Lammert Berend Jannes Klaas Wolter Hilbert Evert Gerrit Marten ' +
  'Willem Warner Luitje Lucas Arend Derk Hindrik Sjoerd'
).split(' ');
/** Family names as one hears them in Drenthe. */
export const SURNAMES = (
  'Alberts Greving Tibben Lunsing Boelens Meursing Hadders Huizing Oosting Wiechers Venema Sikkens Hofsteenge Enting ' +
  'Warmolts Strijks Zwiers Schutrups Haandrikman Reinds Oldenhuis Weggemans Hilberts Kruims Smeenge Doldersum Euving ' +
  'Okken Nijdam Kuipers Ensing Westebring Lammerts Buiter Reiling Tingen Mensinga Hidding Snippe Uneken Boxem Vedder'
).split(' ');

/** People who exist and are known by these names; in the practice region nobody is called so. */
export const KNOWN_NAMES: ReadonlySet<string> = new Set([
  'Harm Kuipers',
  'Jan Venema',
  'Jan Alberts',
  'Willem Huizing',
  'Jan Greving',
  'Gerrit Venema',
  'Jan Kuipers',
  'Hendrik Kuipers',
  'Gerrit Kuipers',
]);
