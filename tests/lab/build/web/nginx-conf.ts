import { domainController, fabrikam, ocspResponder, web } from '../../facts.ts';
import { adfsHosts, metadataPath } from './web-folder.ts';

/**
 * nginx for all sites, all of it below one folder. A mode folder with `portal.html` or `unavailable` in it answers that way for
 * every path. `certificateOf` gives the path, without extension, of a site's certificate. Workers stay root, because the folder is below the user's
 * own cache.
 */
export function nginxConf(folder: string, certificateOf: (site: 'adfs' | 'enrolment') => string): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  return `daemon off;
user root;
worker_processes 1;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log;
events { worker_connections 256; }
http {
  access_log off;
  server_tokens off;
  ${temporary.map((name) => `${name}_temp_path ${folder}/temp-${name};`).join('\n  ')}
  types { application/pkix-crl crl; application/x-x509-ca-cert crt; }
  default_type application/octet-stream;
  ssl_certificate ${certificateOf('adfs')}.crt;
  ssl_certificate_key ${certificateOf('adfs')}.key;
  server {
    listen ${web.address}:443 ssl default_server;
    ssl_reject_handshake on;
  }
  server {
    listen ${web.address}:443 ssl;
    server_name ${adfsHosts.join(' ')};
    ${adfsSite(folder)}
  }
  server {
    listen ${web.address}:80 default_server;
    server_name ${web.adfsHost};
    root ${folder}/adfs;
    ${faults}
    ${probe}
    location / { return 404; }
  }
  server {
    listen ${web.address}:80;
    server_name ${web.pkiHost};
    root ${folder}/pki;
    location = /ocsp { proxy_pass http://${web.address}:${ocspResponder.port}; }
  }
  server {
    listen ${web.address}:80;
    server_name ${fabrikam.pkiHost};
    root ${folder}/fabrikam;
  }
  server {
    listen ${domainController.address}:80;
    listen ${domainController.address}:443 ssl;
    ssl_certificate ${certificateOf('enrolment')}.crt;
    ssl_certificate_key ${certificateOf('enrolment')}.key;
    root ${folder}/enrolment;
    ${enrolmentSite}
  }
}
`;
}

const faults = `if (-f $document_root/unavailable) { return 503; }
    if (-f $document_root/portal.html) { rewrite ^ /portal.html last; }
    location = /portal.html { types { } default_type text/html; }`;

/** IIS answers 401 and offers both schemes where Windows authentication is on. */
const enrolmentSite = `error_page 401 = @windows;
    location @windows {
      add_header WWW-Authenticate Negotiate always;
      add_header WWW-Authenticate NTLM always;
      return 401;
    }
    location /certsrv/ { if (-f $document_root/web-enrolment) { return 401; } return 404; }
    location /certsrv/mscep/ { if (-f $document_root/ndes) { return 200; } return 404; }
    location /certsrv/mscep_admin/ { if (-f $document_root/ndes) { return 401; } return 404; }
    location / { return 404; }`;

const probe = `location = /adfs/probe { types { } default_type text/html; return 200; }`;

function adfsSite(folder: string): string {
  const document = (path: string, type: string) => `location = /${path} { types { } default_type "${type}"; }`;
  return `root ${folder}/adfs;
    ${faults}
    ${probe}
    location / { return 404; }
    ${document(metadataPath, 'application/samlmetadata+xml; charset=utf-8')}
    ${document('adfs/.well-known/openid-configuration', 'application/json;charset=UTF-8')}
    ${document('adfs/discovery/keys', 'application/json;charset=UTF-8')}
    ${document('adfs/services/trust/mex', 'application/soap+xml; charset=utf-8')}
    ${document('adfs/ls/idpinitiatedsignon.aspx', 'text/html; charset=utf-8')}`;
}
