import type { ConversationView } from '#modules/social/contract.ts';
import { currentLanguage } from '#web/i18n/texts.ts';
import { saveFile } from '#web/sheet.ts';

/** What somebody takes along: their own questions, marks and words, and nothing that others wrote about them. */
export const saveConversation = (of: ConversationView, name: string): void => {
  const language = currentLanguage();
  const parts = of.parts.map(({ part, mark, words, talk, changedAt }) => {
    const prompt = of.prompts.prompts.find((each) => each.part === part);
    return {
      ...{ part, name: prompt?.name[language] ?? part, question: prompt?.ask[language] ?? '' },
      ...{ mark, words, talk, changedAt },
    };
  });
  const { beganAt, finishedAt, prompts, shares = [] } = of;
  const seenBy = shares.map(({ organisation, parts: open }) => ({ name: organisation.name, parts: open }));
  const whole = { beganAt, finishedAt, prompts: prompts.version, source: prompts.source, parts, seenBy };
  saveFile(name, JSON.stringify(whole, null, 2), 'application/json');
};
