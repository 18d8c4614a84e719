import type { Day } from '#kernel/calendar.ts';
import type { Nurse, Treatment } from '#modules/day-treatment/types.ts';
import type { DayCarePatient, OpenRoom, Stays } from '#modules/day-treatment/types-growth.ts';
import { minutesOf } from './treatment.ts';

/** What is given near home: what ships as a draft, and what a clinician of the region signed. */
export interface Given {
  readonly drafts: readonly string[];
  readonly signed: readonly Treatment[];
}

/** Whether somebody can come, and where; `km` of the nearest room that can. */
export interface Move {
  readonly why: Stays | null;
  readonly unitId: string | null;
  readonly km: number | null;
  /** Minutes of day care of the hospital in a year. */
  readonly minutes: number;
}

const isProven = (nurses: readonly Nurse[], { competences }: Treatment, today: Day): boolean =>
  nurses.some((nurse) =>
    competences.every((wanted) =>
      nurse.competences.some(({ competence, validUntil }) => competence === wanted && validUntil >= today),
    ),
  );

const stays = (why: Stays, minutes = 0): Move => ({ why, unitId: null, km: null, minutes });

/** Could this person of the hospital's list be treated near home? `kilometres`: from their postcode to a room. */
export const moveOf = (
  patient: DayCarePatient,
  { drafts, signed }: Given,
  rooms: readonly OpenRoom[],
  kilometres: (pc4: string, unitId: string) => number | null,
): Move => {
  const treatment = signed.find(({ code }) => code === patient.treatment);
  if (treatment === undefined)
    return stays(drafts.includes(patient.treatment) ? 'treatment-not-signed' : 'treatment-unknown');
  const minutes = patient.visits * minutesOf(treatment);
  if (patient.supervision) return stays('needs-hospital', minutes);
  if (treatment.firstInHospital && patient.given === 0) return stays('first-in-hospital', minutes);
  const lying = rooms.filter((room) => room.lying || !patient.lying);
  if (lying.length === 0 && rooms.length > 0) return stays('no-room-lying', minutes);
  const able = lying.filter(({ nurses, today }) => isProven(nurses, treatment, today));
  const near = able
    .map(({ unitId }) => ({ unitId, km: patient.pc4 === null ? null : kilometres(patient.pc4, unitId) }))
    .sort((a, b) => (a.km ?? Number.MAX_VALUE) - (b.km ?? Number.MAX_VALUE));
  const [nearest] = near;
  return nearest === undefined ? stays('no-room', minutes) : { why: null, ...nearest, minutes };
};
