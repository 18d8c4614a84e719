import { type JSX, useState } from 'react';
import { HOUR } from '#kernel/interval.ts';
import { useNow } from '#web/api/clock.ts';
import { Button } from '#web/design/Button.tsx';
import { ChipToggles } from '#web/design/ChipToggles.tsx';
import { ChoiceCards } from '#web/design/ChoiceCards.tsx';
import { KeyHints } from '#web/design/Kbd.tsx';
import { Legend } from '#web/design/Legend.tsx';
import { NowLine } from '#web/design/NowLine.tsx';
import { Panel } from '#web/design/Panel.tsx';
import { Question } from '#web/design/Question.tsx';
import { TextField } from '#web/design/TextField.tsx';
import { useText } from '#web/i18n/texts.ts';
import styles from './GalleryPage.module.css';

/** Buttons, filters, keys, the now-line. */
export const Buttons = (): JSX.Element => {
  const t = useText('gallery');
  const now = useNow('minute');
  const [product, setProduct] = useState('all');
  const [view, setView] = useState('list');
  return (
    <Panel title={t('buttons.title')}>
      <div className={styles.stack}>
        <div className={styles.row}>
          <Button look="primary" keys={['A']}>
            {t('buttons.accept')}
          </Button>
          <Button keys={['R']}>{t('buttons.refuse')}</Button>
          <Button look="quiet">{t('buttons.ask')}</Button>
          <Button look="danger" icon="phone-call">
            {t('buttons.stop')}
          </Button>
          <Button look="call" icon="phone">
            {t('buttons.call')}
          </Button>
          <Button blocked>{t('buttons.blocked')}</Button>
          <Button size="small" icon="send">
            {t('buttons.small')}
          </Button>
          <Button look="primary" size="large" keys={['Ctrl', '↵']}>
            {t('buttons.send')}
          </Button>
        </div>
        <ChipToggles
          label={t('buttons.filter')}
          one
          shape="box"
          chips={[
            { value: 'all', label: t('buttons.all') },
            { value: 'reo', label: t('buttons.reo'), hotkey: '3' },
            { value: 'grz', label: t('buttons.grz'), hotkey: '5' },
          ]}
          values={[product]}
          onChange={([value]) => setProduct(value ?? 'all')}
        />
        <ChipToggles
          label={t('buttons.view')}
          one
          shape="joined"
          chips={[
            { value: 'list', label: t('buttons.list'), icon: 'list' },
            { value: 'map', label: t('buttons.map'), icon: 'map' },
          ]}
          values={[view]}
          onChange={([value]) => setView(value ?? 'list')}
        />
        <div className={styles.nowBox}>
          <NowLine from={now - 3 * HOUR} until={now + 5 * HOUR} />
        </div>
        <Legend />
        <KeyHints
          hints={[
            { keys: ['J', 'K'], does: t('buttons.keyRows') },
            { keys: ['Enter'], does: t('buttons.keyOpen') },
            { keys: ['?'], does: t('buttons.keyAll') },
          ]}
        />
      </div>
    </Panel>
  );
};

/** Questions with big choices, chips, a field and its error. */
export const Choices = (): JSX.Element => {
  const t = useText('gallery');
  const [why, setWhy] = useState<string | null>('recovery');
  const [traits, setTraits] = useState<string[]>(['fall']);
  return (
    <Panel title={t('choices.title')}>
      <div className={styles.stack}>
        <Question number={1} title={t('choices.why')} done={why !== null}>
          {(id) => (
            <ChoiceCards
              labelledBy={id}
              value={why}
              onChange={setWhy}
              choices={[
                { value: 'recovery', title: t('choices.recovery'), line: t('choices.recoveryLine') },
                { value: 'observation', title: t('choices.observation'), line: t('choices.observationLine') },
                { value: 'last', title: t('choices.last'), line: t('choices.lastLine') },
                { value: 'crisis', title: t('choices.crisis'), line: t('choices.crisisLine') },
              ]}
            />
          )}
        </Question>
        <Question number={2} title={t('choices.traits')} hint={t('choices.traitsHint')}>
          {() => (
            <ChipToggles
              label={t('choices.traits')}
              chips={[
                { value: 'fall', label: t('choices.fall') },
                { value: 'dementia', label: t('choices.dementia') },
                { value: 'wound', label: t('choices.wound') },
              ]}
              values={traits}
              onChange={setTraits}
            />
          )}
        </Question>
        <TextField
          label={t('choices.callback')}
          defaultValue="0592-17"
          error={t('choices.callbackError')}
          inputMode="tel"
        />
        <TextField
          label={t('choices.wish')}
          placeholder={t('choices.wishExample')}
          hint={t('choices.wishHint')}
        />
      </div>
    </Panel>
  );
};
