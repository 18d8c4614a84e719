import { type JSX, useState } from 'react';
import { PRODUCT_WORDS } from '#kernel/words.ts';
import { useSignedIn } from '#web/api/session.ts';
import { Button } from '#web/design/Button.tsx';
import { NotRead } from '#web/design/NotRead.tsx';
import { Panel } from '#web/design/Panel.tsx';
import { currentLanguage, useText } from '#web/i18n/texts.ts';
import { Screen } from '#web/shell/Screen.tsx';
import versions from '#web/shell/Versions.module.css';
import { PathwayForm } from './PathwayForm.tsx';
import { PathwayRead, VersionLine } from './PathwayRead.tsx';
import { type PathwayOf, usePathways } from './use-pathways.ts';

/** May adopt another version; everybody reads. */
const ADOPTS = ['desk', 'region-manager'];

const Pathway = ({ pathway, adopts }: { pathway: PathwayOf; adopts: boolean }): JSX.Element => {
  const t = useText('pathways');
  const [writing, setWriting] = useState(false);
  const name = PRODUCT_WORDS[pathway.product].long[currentLanguage()];
  const { now, earlier } = pathway;
  return (
    <Panel title={name}>
      <div className={versions.version}>
        <VersionLine version={now} />
        {writing ? (
          <PathwayForm pathway={pathway} name={name} onDone={() => setWriting(false)} />
        ) : (
          <PathwayRead version={now} />
        )}
        {adopts && !writing && (
          <Button icon="file-plus-2" label={t('changeOf', { name })} onPress={() => setWriting(true)}>
            {t('change')}
          </Button>
        )}
        {earlier.length > 0 && (
          <details className={versions.earlier}>
            <summary>{t('earlier', { count: earlier.length })}</summary>
            {earlier.map((version) => (
              <div key={version.version} className={versions.version}>
                <VersionLine version={version} />
                <PathwayRead version={version} />
              </div>
            ))}
          </details>
        )}
      </div>
    </Panel>
  );
};

/** What a stay of each kind is in this region: how long, who is around, talks and checklist; by version, adopted by decision. */
export const PathwaysPage = (): JSX.Element => {
  const t = useText('pathways');
  const { actor } = useSignedIn();
  const read = usePathways();
  return (
    <Screen title={t('title')} line={t('line')} back="/afspraken">
      {read.data === undefined && <NotRead read={read} grid="160px 1fr" rows={8} late={t('loading')} />}
      <div className={versions.page}>
        {read.data?.body.pathways.map((pathway) => (
          <Pathway key={pathway.product} pathway={pathway} adopts={ADOPTS.includes(actor.role)} />
        ))}
      </div>
    </Screen>
  );
};
