import { createHash } from 'node:crypto';
import { templateOid, templatesOf } from '../directory/certificate-templates.mjs';
import { zipFile } from '../formats/zip.mjs';
import { hostOf } from '../organisation.mjs';

const thumbprint = (der) => createHash('sha1').update(der).digest('hex').toUpperCase();

const part = (type, data) =>
  `${JSON.stringify({ data, meta: { methods: 262144, type, count: data.length, version: 6 } })}`;

function templateObject(org, template) {
  const distinguishedname = `CN=${template.cn},CN=Certificate Templates,${org.publicKeyServicesDn}`;
  return {
    ObjectIdentifier: org.guidFor(distinguishedname).toUpperCase(),
    Properties: {
      domain: org.domain.dns.toUpperCase(),
      name: `${template.cn}@${org.domain.dns}`.toUpperCase(),
      distinguishedname: distinguishedname.toUpperCase(),
      domainsid: org.domain.sid,
      displayname: template.displayName,
      oid: templateOid(org, template),
      schemaversion: template.schema,
      enrollmentflag: String(template.enrollmentFlag),
      certificatenameflag: String(template.nameFlag),
      ekus: template.eku,
      authorizedsignatures: template.raSignature,
    },
    Aces: [],
    IsDeleted: false,
    IsACLProtected: true,
    ContainedBy: null,
  };
}

function authorityObject(org, pki, ca) {
  const distinguishedname = `CN=${ca.name},CN=Enrollment Services,${org.publicKeyServicesDn}`;
  return {
    ObjectIdentifier: org.guidFor(distinguishedname).toUpperCase(),
    Properties: {
      domain: org.domain.dns.toUpperCase(),
      name: `${ca.name}@${org.domain.dns}`.toUpperCase(),
      distinguishedname: distinguishedname.toUpperCase(),
      domainsid: org.domain.sid,
      caname: ca.name,
      dnshostname: hostOf(org, ca.host),
      certthumbprint: thumbprint(pki.issuing[ca.name]),
    },
    Aces: [],
    IsDeleted: false,
  };
}

/** A collection of SharpHound as the security team had it: a zip with one file a type. */
export function sharpHoundZip(org, pki) {
  const templates = templatesOf(org).map((template) => templateObject(org, template));
  const authorities = org.pki.issuing.map((ca) => authorityObject(org, pki, ca));
  return zipFile(
    [
      ['20261119083107_certtemplates.json', part('certtemplates', templates)],
      ['20261119083107_enterprisecas.json', part('enterprisecas', authorities)],
    ],
    '2026-11-19T08:31:08Z',
  );
}

/** Output of `certipy find -json`: names in place of numbers. */
export const certipyJson = (org) =>
  JSON.stringify(
    {
      'Certificate Authorities': Object.fromEntries(
        org.pki.issuing.map((ca, index) => [
          String(index),
          {
            'CA Name': ca.name,
            'DNS Name': hostOf(org, ca.host),
            'User Specified SAN': 'Enabled',
            'Request Disposition': 'Issue',
          },
        ]),
      ),
      'Certificate Templates': Object.fromEntries(
        org.templates.made.map((template, index) => [
          String(index),
          {
            'Template Name': template.cn,
            'Display Name': template.displayName,
            Enabled: org.templates.issued.includes(template.cn),
            'Schema Version': template.schema,
          },
        ]),
      ),
    },
    null,
    2,
  );
