import type { Probe, ProbeTarget } from '../../engine/probe';
import { localMachine } from './local-machine';
import { givenBy, readThisComputer } from './read-this-computer';

/** Reads the computer the assessment runs on as a client: its state of registration, policies, event logs and certificates. */
const thisComputerProbe: Probe = {
  id: 'this-computer',
  channel: 'local',
  rights: 'A user; an administrator reads event logs that are closed to users',
  deadline: 5 * 60_000,

  targets: ({ live }): readonly ProbeTarget[] => {
    if (!live.thisComputer) return [];
    const { name } = localMachine();
    return [{ id: 'this-computer:client', title: `${name} (this computer)`, hosts: [] }];
  },

  // Nothing is contacted: the tools of this computer read this computer.
  contacts: () => [],

  // Where nothing can be read, nothing of a client is missing.
  gives: () => {
    const { platform, name } = localMachine();
    return platform === 'win32' ? givenBy(name) : [];
  },

  collect: (_target, context) => readThisComputer(localMachine(), context),
};

export default thisComputerProbe;
