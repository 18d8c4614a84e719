import type { FastifyReply } from 'fastify';

/** The bytes as a file to keep: never shown inside our own pages, never kept on the way. */
export const sendFile = (
  reply: FastifyReply,
  { name, mime, bytes }: { readonly name: string; readonly mime: string; readonly bytes: Buffer },
): FastifyReply =>
  reply
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'no-store')
    .type(mime === 'text/plain' ? 'text/plain; charset=utf-8' : mime)
    .send(bytes);
