/** Addresses that must never be sent to, in every way somebody ever wrote them. */
const INSIDE = [
  '127.0.0.1',
  '10.0.0.5',
  '169.254.169.254',
  '192.168.1.1',
  '172.16.0.9',
  '100.100.100.200',
  '0.0.0.0',
];

const METADATA = [
  'localhost',
  'LOCALHOST',
  'localhost.',
  'metadata.google.internal',
  'metadata',
  'instance-data',
  'kubernetes.default.svc',
  '168.63.129.16',
  '[fd00:ec2::254]',
  '[fe80::1]',
  '[::1]',
  '[::]',
  '[0:0:0:0:0:0:0:1]',
  '[64:ff9b::a00:5]',
  '[2002:a00:5::]',
  '[2001:0:a00:5::]',
  '[fec0::1]',
  '[ff02::1]',
  '[::ffff:0:127.0.0.1]',
];

const hex = (value: number, width = 0): string => value.toString(16).padStart(width, '0');
const oct = (value: number, zeros = 1): string => '0'.repeat(zeros) + value.toString(8);

/** Each way of writing one part of an IPv4 address. */
const PART: readonly ((value: number) => string)[] = [
  (value) => String(value),
  (value) => oct(value),
  (value) => oct(value, 4),
  (value) => `0x${hex(value)}`,
  (value) => `0X${hex(value).toUpperCase()}`,
  (value) => `0x${hex(value, 8)}`,
];

const circled = (text: string): string =>
  [...text]
    .map((each) => {
      if (each === '.') return '。';
      return each === '0' ? '⓪' : String.fromCodePoint(0x2460 + Number(each) - 1);
    })
    .join('');
const wide = (text: string): string =>
  [...text].map((each) => (each === '.' ? '．' : String.fromCodePoint(0xff10 + Number(each)))).join('');

/** All ways of writing one IPv4 address as a host. */
const hostsOf = (ip: string): string[] => {
  const parts = ip.split('.').map(Number) as [number, number, number, number];
  const [a, b, c, d] = parts;
  const whole = ((a * 256 + b) * 256 + c) * 256 + d;
  const pairs = `${hex(a * 256 + b)}:${hex(c * 256 + d)}`;
  const dotted = PART.flatMap((first) => PART.map((rest) => [first(a), ...[b, c, d].map(rest)].join('.')));
  const short = PART.flatMap((write) => [
    `${write(a)}.${write(b)}.${write(c * 256 + d)}`,
    `${write(a)}.${write((b * 256 + c) * 256 + d)}`,
    write(whole),
  ]);
  const sixes = [
    `[::${ip}]`,
    `[::${pairs}]`,
    `[::ffff:${ip}]`,
    `[::FFFF:${pairs}]`,
    `[0:0:0:0:0:ffff:${pairs}]`,
    `[0000:0000:0000:0000:0000:0000:${ip}]`,
    `[64:ff9b::${ip}]`,
    `[64:ff9b:1::${ip}]`,
  ];
  return [
    ...dotted,
    ...short,
    ...sixes,
    `${ip}.`,
    circled(ip),
    wide(ip),
    `${ip}.nip.example`,
    ip.replace('.', '%2e'),
  ];
};

/** Hosts in URLs on this port, with and without tricks around them. */
export const payloads = (port: number): string[] => {
  const hosts = [...new Set([...INSIDE.flatMap(hostsOf), ...METADATA])];
  return hosts.flatMap((host) => [
    `https://${host}:${port}/`,
    `https://${host}:${port}\\@example.com/`,
    `https:${host}:${port}/`,
    `https://${host}:${port}#@example.com/`,
    `https://example.com@${host}:${port}/`,
    `http://${host}:${port}/`,
  ]);
};

/** A resolver as an attacker runs it: every name leads inside. */
export const hostileResolve = async (hostname: string): Promise<readonly string[]> => {
  const inside = /^([\d.]+)\.nip\.example$/.exec(hostname)?.[1];
  if (inside !== undefined) return [inside];
  return hostname.startsWith('local') ? ['127.0.0.1', '::1'] : ['169.254.169.254'];
};
