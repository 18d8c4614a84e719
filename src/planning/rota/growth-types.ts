import type { Chair, Nurse, Part } from './types.ts';

/** One half-day of an ordinary week. */
export interface OpenPart {
  /** 1 is Monday. */
  readonly weekday: number;
  readonly part: Part;
  readonly minutes: number;
  readonly nurses: readonly Nurse[];
}

/** A room as it is open in an ordinary week. */
export interface GrowthRoom {
  readonly chairs: readonly Chair[];
  readonly week: readonly OpenPart[];
}

/** A group of people who ask for the same. */
export interface GrowthDemand {
  /** Index of the treatment. */
  readonly treatment: number;
  /** How many people of this group begin in a year. */
  readonly people: number;
  /** How many visits each gets, and the days between two, with how many earlier or later still is right. */
  readonly visits: number;
  readonly interval: number;
  readonly tolerance: number;
  readonly urgency: number;
  /** Within so many days the first visit must fall; who cannot have that stays with the hospital. */
  readonly within: number;
  /** How many minutes of day care of the hospital one visit near home saves. */
  readonly hospitalMinutes: number;
}

/** What one year came to. */
export interface GrowthYear {
  /** How many people had at least one visit in the year. */
  readonly served: number;
  /** How many visits fell in the year. */
  readonly visits: number;
  /** How many of those who asked in the year got no whole course in time, and stayed with the hospital. */
  readonly stayed: number;
  /** Weeks from asking to the first visit, over those who asked in the year and got one; null: nobody did. */
  readonly waitMeanWeeks: number | null;
  /** Nine of ten of them waited no longer than this. */
  readonly waitP90Weeks: number | null;
  /** Hours that nurses are in the house: every nurse of every half-day that is open, whether somebody comes or not. */
  readonly nurseHours: number;
  /** Which part of those hours is asked by who is there: a set-up asks a whole nurse, afterwards a share; null: no hours. */
  readonly nurseUse: number | null;
  /** Which part of the chair hours is sat in, over all chairs of the open half-days; null: there are none. */
  readonly chairUse: number | null;
  /** Hours of day care of the hospital that the visits of the year save. */
  readonly hospitalHours: number;
}

/** What is turned: one number for every room, null where the room stays as it is. */
export interface GrowthLevers {
  /** How many rooms in all; what is added is like the first. */
  readonly rooms: number | null;
  /** Half-days a week in each room. */
  readonly halfDays: number | null;
  /** Chairs in the living room, and in the treatment room, in each room. */
  readonly living: number | null;
  readonly treatment: number | null;
  /** Nurses in each half-day. */
  readonly nurses: number | null;
}
