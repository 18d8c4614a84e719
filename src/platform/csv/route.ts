import type { z } from 'zod';
import { Problem } from '#kernel/contract.ts';
import type { Issue, Plan } from '#kernel/table.ts';
import { nobody } from '#platform/access-log/looks.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Policy } from '#platform/http/actor.ts';
import type { FieldProblem } from '#platform/http/problem.ts';
import { admitted, type Door } from '#platform/http/route.ts';
import { exportFrom, type FileKind, importInto, workbookFrom } from './file.ts';
import { LARGEST_FILE } from './read.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** What a route says that takes a list as a file. */
export const LIST_TYPES: string[] = ['text/csv', XLSX];

/** Nobody reads more than this before correcting the first. */
const MOST_ISSUES = 200;

const shown = (issues: readonly Issue[]) =>
  issues.slice(0, MOST_ISSUES).map(({ row, column, what, next }) => ({
    row,
    column,
    nl: what.nl,
    en: what.en,
    next: next.nl,
    next_en: next.en,
  }));

/** What the plan says, as it crosses HTTP. */
const reportOf = (plan: Plan<unknown, unknown>, preview: boolean) => ({
  preview,
  added: plan.added.length,
  changed: plan.changed.length,
  same: plan.same,
  errorCount: plan.errors.length,
  errors: shown(plan.errors),
  warningCount: plan.warnings.length,
  warnings: shown(plan.warnings),
});

const fieldsOf = (issues: readonly Issue[]): FieldProblem[] =>
  shown(issues).map(({ row, column, nl, en, next, next_en }) => ({
    path: `${row}.${column}`,
    nl: `Rij ${row}${column === '' ? '' : `, ${column}`}: ${nl} ${next}`,
    en: `Row ${row}${column === '' ? '' : `, ${column}`}: ${en} ${next_en}`,
  }));

/** How a file crosses HTTP: who may, and the shapes of question and answer. */
export interface FileDoor {
  readonly policy: Policy;
  readonly tag: string;
  readonly query: z.ZodType<{ preview: 'true' | 'false' }>;
  readonly body: z.ZodType;
  readonly answer: z.ZodType;
}

const importing = (door: Door, kind: FileKind, { policy, ...shape }: FileDoor): void => {
  door.app.route({
    method: 'POST',
    url: `/api/v1/import/${kind.name}`,
    config: { policy, looks: nobody },
    schema: {
      summary: `Neem een bestand over: ${kind.name}`,
      description: `${policy.name}: ${policy.why}`,
      tags: [shape.tag],
      consumes: LIST_TYPES,
      querystring: shape.query,
      body: shape.body,
      response: { 200: shape.answer, '4xx': Problem, '5xx': Problem },
    },
    handler: async (request, reply) => {
      const actor = admitted(request, policy);
      if (!actor.ok) return reply.refuse(actor.refusal);
      const { id, organisationId } = actor.value;
      const preview = (request.query as { preview: string }).preview === 'true';
      const importer = { actor: id, now: door.clock.now(), preview };
      const plan = await door.database.transaction({ actor: id, organisationId }, (tx) =>
        importInto(tx, kind, request.body as Uint8Array, importer),
      );
      if (!plan.ok) return reply.refuse(plan.refusal);
      const count = plan.value.errors.length;
      if (count > 0 && !preview)
        return reply.refuse({ code: 'import-has-errors', params: { count } }, fieldsOf(plan.value.errors));
      if (!preview) door.committed();
      return reply.send(reportOf(plan.value, preview));
    },
  });
};

/** One way of taking a list out: the ending of the file, its type, and how it is made. */
interface Format {
  readonly ending: 'csv' | 'xlsx';
  readonly type: string;
  readonly make: (tx: Tx, kind: FileKind) => Promise<string | Buffer>;
}

const FORMATS: readonly Format[] = [
  { ending: 'csv', type: 'text/csv; charset=utf-8', make: exportFrom },
  { ending: 'xlsx', type: XLSX, make: workbookFrom },
];

const exporting = (door: Door, kind: FileKind, { policy, tag }: FileDoor, format: Format): void => {
  const file = `${kind.name}.${format.ending}`;
  door.app.route({
    method: 'GET',
    url: `/api/v1/export/${file}`,
    config: { policy, looks: nobody },
    schema: {
      summary: `Haal ${kind.name} op als ${format.ending} dat weer over te nemen is`,
      description: `${policy.name}: ${policy.why}`,
      tags: [tag],
      response: { '4xx': Problem, '5xx': Problem },
    },
    handler: async (request, reply) => {
      const actor = admitted(request, policy);
      if (!actor.ok) return reply.refuse(actor.refusal);
      const { id, organisationId } = actor.value;
      const made = await door.database.transaction({ actor: id, organisationId }, (tx) =>
        format.make(tx, kind),
      );
      return reply
        .type(format.type)
        .header('content-disposition', `attachment; filename="${file}"`)
        .send(made);
    },
  });
};

/** A list comes in as the bytes of its file, CSV or a workbook. */
export const takeFiles = ({ app }: Pick<Door, 'app'>): void => {
  if (app.hasContentTypeParser(XLSX)) return;
  app.addContentTypeParser(
    LIST_TYPES,
    { parseAs: 'buffer', bodyLimit: LARGEST_FILE },
    async (_request: unknown, body: unknown) => body,
  );
};

/** Adds the routes that bring a file in and take it out again. */
export const fileRoutes = (door: Door, kind: FileKind, fileDoor: FileDoor): void => {
  takeFiles(door);
  importing(door, kind, fileDoor);
  for (const format of FORMATS) exporting(door, kind, fileDoor, format);
};
