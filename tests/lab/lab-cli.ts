import { parseArgs } from 'node:util';
import { type DcCertificateKind, dcCertificateKinds } from './build/pki/dc-certificates.ts';
import { type AdfsMode, adfsModes } from './build/web/web-folder.ts';
import { findLab, type Lab, startLab, stopLab } from './lab.ts';

const usage = `usage: lab-cli.ts start [--json] [--dc-certificate KIND] [--adfs MODE]
       lab-cli.ts stop
       lab-cli.ts status [--json]
       lab-cli.ts dc-certificate KIND     (${dcCertificateKinds.join(', ')})
       lab-cli.ts adfs MODE               (${adfsModes.join(', ')})
       lab-cli.ts fabrikam                (starts the other forest)
       lab-cli.ts reset`;

const say = (line: string) => process.stderr.write(`${line}\n`);

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'boolean' }, 'dc-certificate': { type: 'string' }, adfs: { type: 'string' } },
  });
  const [command, argument] = positionals;
  switch (command) {
    case 'start': {
      const certificate = dcCertificateKind(values['dc-certificate'] ?? 'good');
      const adfs = adfsMode(values.adfs ?? 'ok');
      print(await startLab({ detached: true, say, dcCertificate: certificate, adfs }), values.json);
      return 0;
    }
    case 'stop':
      await stopLab();
      return 0;
    case 'status':
      print(await runningLab(), values.json);
      return 0;
    case 'dc-certificate':
      await (await runningLab()).switchDcCertificate(dcCertificateKind(argument));
      return 0;
    case 'adfs':
      await (await runningLab()).setAdfs(adfsMode(argument));
      return 0;
    case 'fabrikam':
      await (await runningLab()).startFabrikam();
      return 0;
    case 'reset':
      await (await runningLab()).reset();
      return 0;
    default:
      say(usage);
      return 2;
  }
}

async function runningLab(): Promise<Lab> {
  const lab = await findLab();
  if (!lab) throw new Error('No lab runs.');
  return lab;
}

function dcCertificateKind(text: string | undefined): DcCertificateKind {
  const kind = dcCertificateKinds.find((one) => one === text);
  if (!kind) throw new Error(`No such certificate; choose one of: ${dcCertificateKinds.join(', ')}`);
  return kind;
}

function adfsMode(text: string | undefined): AdfsMode {
  const mode = adfsModes.find((one) => one === text);
  if (!mode) throw new Error(`No such mode; choose one of: ${adfsModes.join(', ')}`);
  return mode;
}

function print(lab: Lab, json: boolean | undefined): void {
  if (json) {
    process.stdout.write(`${JSON.stringify(lab, undefined, 2)}\n`);
    return;
  }
  const { dc, web, users, caFile, sysvolPath } = lab;
  process.stdout.write(
    `domain controller  ${dc.hostName} at ${dc.address}\nweb sites          ${web.adfsHost}, ${web.pkiHost} at ${web.address}\n` +
      `sign in as         ${users.reader.userPrincipalName} / ${users.reader.password}\ntrusted root       ${caFile}\nSYSVOL             ${sysvolPath}\n`,
  );
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (problem: unknown) => {
    say(problem instanceof Error ? problem.message : String(problem));
    process.exitCode = 1;
  },
);
