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

  it('ask in production for the address people use, with https, and a key of their own', () => {
    const real = {
      ...{ MODE: 'production', PUBLIC_URL: 'https://toren.example', SECRET_KEY: 'sixteen letters or more' },
    };
    expect(readConfig(real).publicUrl).toBe('https://toren.example');
    expect(readConfig({ ...real, PUBLIC_URL: 'http://localhost:8080' }).publicUrl).toContain('localhost');
    expect(() => readConfig({ ...real, PUBLIC_URL: undefined })).toThrow('PUBLIC_URL must be set');
    expect(() => readConfig({ ...real, PUBLIC_URL: 'http://toren.example' })).toThrow('https://');
    expect(() => readConfig({ ...real, SECRET_KEY: undefined })).toThrow('SECRET_KEY must be set');
  });

  it('read the sign-in of employers, and never repeat its secret when it is wrong', () => {
    const provider = { id: 'zkh', name: 'Ziekenhuis', issuer: 'https://id.example', clientId: 'toren' };
    const read = (list: object) => readConfig({ OIDC_PROVIDERS: JSON.stringify(list) }).providers;
    expect(read([{ ...provider, clientSecret: 'hush' }])[0]).toMatchObject({
      strong: false,
      claims: { professional: 'dezi_nummer', ura: 'abonnee_nummer', role: 'rol_code' },
    });
    const wrong = () => read([{ ...provider, clientSecret: 'hush', issuer: 'nowhere' }]);
    expect(wrong).toThrow('OIDC_PROVIDERS cannot be read');
    expect(wrong).not.toThrow('hush');
  });

  it('name the proxies that are believed, and refuse what is no address or is everybody', () => {
    const trusted = (text: string) => readConfig({ TRUST_PROXY: text }).trustProxy;
    expect(readConfig({}).trustProxy).toEqual([]);
    expect(trusted('127.0.0.1, 10.0.0.0/8,::1')).toEqual(['127.0.0.1', '10.0.0.0/8', '::1']);
    for (const wrong of [
      'true',
      '*',
      'proxy.example.nl',
      '0.0.0.0/0',
      '10.0.0.0/33',
      '::/0',
      '10.0.0.0/x',
      '1',
    ])
      expect(() => trusted(wrong), wrong).toThrow('TRUST_PROXY cannot be read');
  });

  it('open pages about the tower by name, and ask about leaked passwords over https only', () => {
    expect(readConfig({}).openPages).toBeNull();
    expect(readConfig({ OPEN_PAGES: 'docs,metrics' }).openPages).toEqual(['docs', 'metrics']);
    expect(() => readConfig({ OPEN_PAGES: 'everything' })).toThrow(/^OPEN_PAGES/);
    const range = 'https://range.example/range/';
    expect(readConfig({ LEAKED_PASSWORDS_URL: range }).leakedPasswordsUrl).toBe(range);
    for (const wrong of [
      'http://range.example/range/',
      'https://range.example/range',
      'https://a.example/?q=/',
    ])
      expect(() => readConfig({ LEAKED_PASSWORDS_URL: wrong }), wrong).toThrow(/^LEAKED_PASSWORDS_URL/);
  });
});
