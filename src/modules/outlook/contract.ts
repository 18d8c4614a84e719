import { z } from 'zod';
import { Id, IsoDay, IsoInstant } from '#kernel/contract.ts';
import { PRODUCTS } from '#kernel/product.ts';
import { AssumptionRow, LeversBody, MisfitRow, Model, PartyRowShape, PriceRow } from './contract-model.ts';
import { ALERT_KINDS } from './types.ts';

const share = z.number().min(0).max(1);
const count = z.number().int().min(0);

/** How many are free on one day, in bands: half of the time, and nine of ten times, between two numbers. */
const FanDay = z.object({
  day: IsoDay,
  middle: z.number(),
  from50: count,
  until50: count,
  from90: count,
  until90: count,
  /** Chance that none is free. */
  full: share,
});

/** How good the last forecasts were, a day ahead each: the last 30 days, oldest first. */
const ScoreDay = z.object({ day: IsoDay, free: count, from90: count, until90: count, inside: z.boolean() });

const ScoreSum = z.object({
  /** Days held against what came, over all days ahead. */
  days: count,
  in50: share.nullable(),
  in90: share.nullable(),
  /** Mean CRPS in places, and of the two plain answers: same as now, mean of the weekday. Null: nothing to say yet. */
  crps: z.number().nullable(),
  crpsSame: z.number().nullable(),
  crpsWeekday: z.number().nullable(),
  last: z.array(ScoreDay),
  /** Since the first forecast: also of what is no longer kept day by day. */
  ever: z.object({ days: count, in90: share.nullable() }),
});

/** The coming fourteen days of one product, in the region or at one site, with what was and how good it was before. */
export const ForecastAnswer = z
  .object({
    product: z.enum(PRODUCTS),
    siteId: Id.nullable(),
    site: z.string().nullable(),
    madeAt: IsoInstant,
    /** At 10:00 of each day, oldest first; the last is today. */
    past: z.array(z.object({ day: IsoDay, free: count })),
    now: z.object({ at: IsoInstant, free: count.nullable() }),
    days: z.array(FanDay),
    none: z.enum(['nothing-known', 'short-history', 'overloaded']).nullable(),
    restsOn: z.object({ days: count, stays: count }),
    score: ScoreSum,
    /** Sites with a forecast of their own for this product. */
    sites: z.array(z.object({ siteId: Id, site: z.string() })),
  })
  .meta({ id: 'OutlookForecast' });
export type ForecastAnswer = z.infer<typeof ForecastAnswer>;

/** The region filled from its own history, with every assumption. */
export const ModelAnswer = z
  .object({
    model: Model,
    assumptions: z.array(AssumptionRow),
    misfits: z.array(MisfitRow),
    prices: z.array(PriceRow),
    asOf: IsoInstant,
    /** Days of history behind it. */
    days: count,
  })
  .meta({ id: 'OutlookModelAnswer' });
export type ModelAnswer = z.infer<typeof ModelAnswer>;

/** A scenario to keep: the levers, and the rows that came out, played with this seed. */
export const ScenarioBody = z
  .strictObject({
    name: z.string().trim().min(1).max(60),
    levers: LeversBody,
    seed: z.number().int().min(0).max(4294967295),
    years: z.number().int().min(1).max(1000),
    rows: z.array(PartyRowShape).max(7),
    /** `asOf` of the model it was played on; left out, or forgotten by the server meanwhile: the model of now. */
    asOf: IsoInstant.optional(),
  })
  .meta({ id: 'OutlookScenarioBody' });
export type ScenarioBody = z.infer<typeof ScenarioBody>;

/** What changes of a kept scenario: its name, or all of what was turned and came out. */
export const ScenarioPatch = ScenarioBody.partial()
  .refine(
    ({ levers, seed, years, rows }) =>
      new Set([levers, seed, years, rows].map((each) => each === undefined)).size === 1,
    'Wat gedraaid is en wat eruit kwam horen bij elkaar: stuur ze samen.',
  )
  .meta({ id: 'OutlookScenarioPatch' });
export type ScenarioPatch = z.infer<typeof ScenarioPatch>;

/** How long a link opens. */
export const ShareBody = z.strictObject({ days: z.number().int().min(1).max(90) });
export type ShareBody = z.infer<typeof ShareBody>;

/** The link, told once: only its mark is kept. A new link shuts the one before. */
export const ShareAnswer = z
  .object({ link: z.string(), sharedUntil: IsoInstant })
  .meta({ id: 'OutlookShareAnswer' });
export type ShareAnswer = z.infer<typeof ShareAnswer>;

/** What opens a shared scenario. */
export const SharedAsk = z.strictObject({ token: z.string().min(1).max(200) });

/** A scenario as who holds its link reads it. */
export const SharedScenario = z
  .object({
    name: z.string(),
    levers: LeversBody,
    rows: z.array(PartyRowShape),
    years: count,
    madeAt: IsoInstant,
    sharedUntil: IsoInstant,
    /** The names of the wards whose beds were turned, by id. */
    turned: z.record(z.string(), z.string()),
  })
  .meta({ id: 'OutlookSharedScenario' });
export type SharedScenario = z.infer<typeof SharedScenario>;

/** A kept scenario. The model is that of the moment it was kept. */
export const Scenario = z
  .object({
    id: Id,
    name: z.string(),
    levers: LeversBody,
    seed: z.number().int(),
    years: count,
    rows: z.array(PartyRowShape),
    madeAt: IsoInstant,
    madeBy: z.string(),
    version: z.number().int(),
    /** Open by link until then; null: not shared. */
    sharedUntil: IsoInstant.nullable(),
  })
  .meta({ id: 'OutlookScenario' });
export type Scenario = z.infer<typeof Scenario>;

/** The kept scenarios of the own organisation, the newest first. */
export const ScenarioList = z.object({ scenarios: z.array(Scenario) }).meta({ id: 'OutlookScenarios' });
export type ScenarioList = z.infer<typeof ScenarioList>;

/** Everything of a scenario, for who wants to play it again elsewhere: the same model, levers and seed give the same figures. */
export const ScenarioFile = z
  .object({ scenario: Scenario, model: Model })
  .meta({ id: 'OutlookScenarioFile' });
export type ScenarioFile = z.infer<typeof ScenarioFile>;

/** What is coming: at most one open alert per threshold and place. */
export const AlertRow = z
  .object({
    id: Id,
    kind: z.enum(ALERT_KINDS),
    product: z.enum(PRODUCTS).nullable(),
    /** What it is about: a barrier code for departures that wait. */
    about: z.string().nullable(),
    /** Until which day it looks. */
    until: IsoDay,
    /** Chance, or how many. */
    figure: z.number(),
    madeAt: IsoInstant,
    /** Null: not over yet, or over and not yet held against what came. */
    right: z.boolean().nullable(),
    seenAt: IsoInstant.nullable(),
  })
  .meta({ id: 'OutlookAlert' });
export type AlertRow = z.infer<typeof AlertRow>;

/** When the region wants to hear; off until the region turns it on. */
export const Threshold = z
  .object({
    kind: z.enum(ALERT_KINDS),
    product: z.enum(PRODUCTS).nullable(),
    on: z.boolean(),
    /** Chance that no place comes free (0-1), or how many departures wait. */
    figure: z.number().min(0).max(100),
    /** How many days ahead. */
    days: z.number().int().min(1).max(14),
    version: z.number().int(),
  })
  .meta({ id: 'OutlookThreshold' });
export type Threshold = z.infer<typeof Threshold>;

/** Open alerts, and how many of those that are over were right. */
export const AlertsAnswer = z
  .object({
    open: z.array(AlertRow),
    past: z.array(AlertRow),
    right: count,
    of: count,
    thresholds: z.array(Threshold),
  })
  .meta({ id: 'OutlookAlerts' });
export type AlertsAnswer = z.infer<typeof AlertsAnswer>;

/** The prices that count now, and how often they were changed: who changes them names what they saw. */
export const PricesAnswer = z
  .object({ prices: z.array(PriceRow), version: count })
  .meta({ id: 'OutlookPrices' });
export type PricesAnswer = z.infer<typeof PricesAnswer>;

/** New prices; what is not named stays as it was. */
export const PricesBody = z.strictObject({ prices: z.array(PriceRow).min(1).max(7) });
export type PricesBody = z.infer<typeof PricesBody>;

/** Of what a forecast is asked. */
export const ForecastAsk = z.object({ product: z.enum(PRODUCTS), siteId: Id.optional() });
export type ForecastAsk = z.infer<typeof ForecastAsk>;
