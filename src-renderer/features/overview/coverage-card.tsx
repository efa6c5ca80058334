import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { ReadinessGroup } from '../../../src-shared/model/readiness';
import { countsSentence } from '../../../src-shared/model/readiness-words';
import { partOf } from '../../text/quantity';
import { Card } from '../../ui/card';
import { ShareBar } from '../../ui/share-bar';
import { NotJudgedDialog } from './not-judged-dialog';

const useStyles = makeStyles({
  bar: { display: 'flex', flexDirection: 'column', gap: '4px' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

interface CoverageCardProps {
  readonly overall: ReadinessGroup;
  readonly catalogueTotal: number;
  readonly catalogueImplemented: number;
}

/** How much of the catalogue stands behind the verdict. */
export function CoverageCard({ overall, catalogueTotal, catalogueImplemented }: CoverageCardProps) {
  const styles = useStyles();
  const [isListed, setIsListed] = useState(false);
  return (
    <Card title="Coverage">
      <div className={styles.bar}>
        <Text weight="semibold">{partOf(overall.conclusive, overall.applicable)} checks that apply are conclusive</Text>
        <ShareBar part={overall.conclusive} whole={overall.applicable} />
      </div>
      <div className={styles.bar}>
        <Text weight="semibold">
          {partOf(catalogueImplemented, catalogueTotal)} checks of the catalogue are judged by this version
        </Text>
        <ShareBar part={catalogueImplemented} whole={catalogueTotal} />
      </div>
      <span className={styles.quiet}>{countsSentence(overall)}</span>
      <span className={styles.quiet}>
        Checks without an answer are never counted as passed; while a blocker-class check has none, its area is “not
        known” at best.
      </span>
      {catalogueImplemented < catalogueTotal ? (
        <div>
          <Button onClick={() => setIsListed(true)}>Show what is not judged</Button>
        </div>
      ) : null}
      {isListed ? <NotJudgedDialog onClose={() => setIsListed(false)} /> : null}
    </Card>
  );
}
