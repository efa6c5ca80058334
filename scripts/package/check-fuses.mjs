import { readFileSync } from 'node:fs';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { inProject } from '../setup/paths.mjs';
import { electronRuntime } from '../setup/runtime.mjs';

/** Compares every fuse of the packed executable with electron-builder.yml; gives one line per difference. */
export async function checkFuses({ executable }) {
  const wanted = declaredFuses();
  const wire = await getCurrentFuseWire(executable);
  const names = Object.keys(FuseV1Options).filter((name) => Number.isNaN(Number(name)));
  return names.flatMap((name) => {
    const state = wire[FuseV1Options[name]];
    if (state === undefined) return electronRuntime().kind === 'pinned' ? [`fuse ${name} is missing`] : [];
    if (!(name in wanted)) return [`fuse ${name} is not declared`];
    const isOn = state === FuseState.ENABLE;
    return isOn === wanted[name] ? [] : [`fuse ${name} is ${isOn ? 'on' : 'off'}, declared ${wanted[name]}`];
  });
}

/** The `electronFuses` block of electron-builder.yml, under the names of @electron/fuses. */
function declaredFuses() {
  const [, block] = /^electronFuses:\n((?: {2}\w+: (?:true|false)\n)+)/m.exec(
    readFileSync(inProject('electron-builder.yml'), 'utf8'),
  );
  const lines = block.trim().split('\n');
  const fuses = lines.map((line) => {
    const [name, value] = line.trim().split(': ');
    return [name[0].toUpperCase() + name.slice(1), value === 'true'];
  });
  // electron-builder does not know this one yet; Electron's default is on.
  return { ...Object.fromEntries(fuses), WasmTrapHandlers: true };
}
