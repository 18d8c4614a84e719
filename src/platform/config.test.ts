import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';

const mail = {
  SMTP_URL: 'smtp://mail.example.nl',
  MAIL_FROM: 'Toren <toren@example.nl>',
  PUBLIC_URL: 'https://toren.nl',
};

describe('the settings of messages', () => {
  it('send no mail unless server, sender and address are there together', () => {
    expect(readConfig({}).mail).toBeNull();
    expect(readConfig({ PUBLIC_URL: mail.PUBLIC_URL }).mail).toBeNull();
    expect(readConfig(mail).mail).toEqual({
      smtpUrl: mail.SMTP_URL,
      from: mail.MAIL_FROM,
      publicUrl: mail.PUBLIC_URL,
    });
    expect(() => readConfig({ SMTP_URL: mail.SMTP_URL })).toThrow('MAIL_FROM and PUBLIC_URL must be set too');
  });

  it('let webhooks to this machine in practice only, and name the setting that cannot be used', () => {
    expect(readConfig({ WEBHOOK_ALLOW_LOOPBACK: 'on' }).webhooks.loopback).toBe(true);
    expect(() => readConfig({ WEBHOOK_ALLOW_LOOPBACK: 'on', MODE: 'production' })).toThrow('practice only');
    expect(readConfig({ WEBHOOK_PORTS: '9443,9444' }).webhooks.ports).toEqual([9443, 9444]);
    expect(() => readConfig({ WEBHOOK_PORTS: 'alle' })).toThrow(/^WEBHOOK_PORTS/);
    expect(() => readConfig({ PUBLIC_URL: 'toren.nl' })).toThrow(/^PUBLIC_URL/);
  });
});
