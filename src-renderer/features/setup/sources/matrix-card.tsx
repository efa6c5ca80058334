import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { KeptAnswer } from '../../../../src-shared/interview/answer';
import type { EvidenceHeader } from '../../../../src-shared/model/evidence';
import type { LiveSources } from '../../../../src-shared/model/plan';
import { surface } from '../../../theme/surfaces';
import { Card } from '../../../ui/card';
import { CellDetail } from './cell-detail';
import { CellLabel } from './cell-label';
import { cellState } from './source-matrix';
import { type SourceSystem, sourceSystems, type Way, ways, wayTitles } from './source-systems';

const useStyles = makeStyles({
  scroll: { overflowX: 'auto' },
  table: { width: '100%', borderCollapse: 'separate', borderSpacing: '0 4px', minWidth: '520px' },
  head: {
    textAlign: 'start',
    padding: '0 8px 4px',
    color: tokens.colorNeutralForeground2,
    fontWeight: tokens.fontWeightSemibold,
  },
  corner: { paddingLeft: 0 },
  name: { textAlign: 'start', fontWeight: tokens.fontWeightSemibold, padding: '0 12px 0 0', whiteSpace: 'nowrap' },
  cell: { padding: '0 4px' },
  button: {
    width: '100%',
    minHeight: '34px',
    padding: '4px 10px',
    textAlign: 'start',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: 'inherit',
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    cursor: 'pointer',
    ':hover': { backgroundColor: surface.hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  chosen: {
    border: `1px solid ${tokens.colorCompoundBrandStroke}`,
    boxShadow: `inset 0 0 0 1px ${tokens.colorCompoundBrandStroke}`,
  },
});

interface MatrixCardProps {
  readonly live: LiveSources;
  readonly evidence: readonly EvidenceHeader[];
  readonly answers: readonly KeptAnswer[];
}

/** Systems × ways, each cell with its state; choosing a cell shows what it takes. */
export function MatrixCard({ live, evidence, answers }: MatrixCardProps) {
  const styles = useStyles();
  const [chosen, setChosen] = useState<{ readonly system: SourceSystem; readonly way: Way }>();
  return (
    <Card title="How each system is known">
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col" className={mergeClasses(styles.head, styles.corner)}>
                System
              </th>
              {ways.map((way) => (
                <th key={way} scope="col" className={styles.head}>
                  {wayTitles[way]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sourceSystems.map((system) => (
              <tr key={system.id}>
                <th scope="row" className={styles.name}>
                  {system.title}
                </th>
                {ways.map((way) => {
                  const isChosen = chosen?.system.id === system.id && chosen.way === way;
                  return (
                    <td key={way} className={styles.cell}>
                      <button
                        type="button"
                        className={mergeClasses(styles.button, isChosen && styles.chosen)}
                        aria-pressed={isChosen}
                        onClick={() => setChosen(isChosen ? undefined : { system, way })}
                      >
                        <CellLabel
                          state={cellState(system, way, live, evidence, answers)}
                          way={way}
                          isAsked={system.interview !== undefined}
                        />
                      </button>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {chosen === undefined ? null : (
        <CellDetail
          {...chosen}
          live={live}
          evidence={evidence}
          answers={answers}
          onClose={() => setChosen(undefined)}
        />
      )}
    </Card>
  );
}
