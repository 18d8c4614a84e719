import type { z } from 'zod';
import { ok } from '#kernel/result.ts';
import { nobody } from '#platform/access-log/looks.ts';
import { command, type Door, read } from '#platform/http/route.ts';
import { EmergencyBody, EmergencySetting, EmergencySwitch, EmergencyView } from './contract-emergency.ts';
import { peoplePolicies as may } from './policy.ts';
import { emergencySetting, pressEmergency, switchEmergency } from './service-emergency.ts';

/** Adds the emergency button and the switch it hangs on. */
export const emergencyRoutes = (door: Door): void => {
  command<unknown, EmergencyBody, EmergencyView>(door, {
    url: '/api/v1/emergency',
    summary: 'De noodknop: open iemand die u niet kent, met een reden die de persoon leest',
    tag: 'mensen',
    policy: may.emergency,
    body: EmergencyBody,
    answer: EmergencyView,
    looks: ({ person }, { body }) => [
      {
        ...{ event: 'break-glass', objectType: 'person', objectId: person.id, personId: person.id },
        ...{ categories: ['name-and-contact'], ground: 'break-glass', reason: body.reason },
      },
    ],
    run: ({ tx, body, actor, now }) => pressEmergency(tx, body, { actor, now }),
  });
  read<unknown, unknown, EmergencySetting>(door, {
    url: '/api/v1/emergency/setting',
    summary: 'Werkt de noodknop in deze regio?',
    tag: 'mensen',
    policy: may.emergencySeen,
    answer: EmergencySetting,
    looks: nobody,
    run: async ({ tx }) => ok(await emergencySetting(tx)),
  });
  command<unknown, z.infer<typeof EmergencySwitch>, EmergencySetting>(door, {
    method: 'PUT',
    url: '/api/v1/emergency/setting',
    summary: 'Zet de noodknop aan of uit voor de regio',
    tag: 'mensen',
    policy: may.emergencySwitch,
    body: EmergencySwitch,
    answer: EmergencySetting,
    looks: nobody,
    run: async ({ tx, body, actor, now }) => ok(await switchEmergency(tx, body.on, { actor, now })),
  });
};
