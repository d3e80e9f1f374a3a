/**
 * Common suffixes of two labels under which anybody may register a name, and hosts that give names away.
 * Not the whole Public Suffix List, which the server knows: what is missing here is refused there.
 */
export const PUBLIC_SUFFIXES: ReadonlySet<string> = new Set(
  (
    'ac.at co.at gv.at or.at asn.au com.au edu.au gov.au net.au org.au com.br gov.br net.br org.br gc.ca com.cn edu.cn gov.cn net.cn org.cn com.co com.cy co.cr com.eg com.es com.gr com.hk com.hr co.hu co.id co.il org.il ' +
    'ac.in co.in gov.in net.in org.in ac.jp co.jp go.jp ne.jp or.jp ac.ke co.ke ac.kr co.kr go.kr or.kr com.mt com.mx gob.mx com.my com.ng ac.nz co.nz govt.nz net.nz org.nz com.pe com.ph com.pk com.pl edu.pl gov.pl net.pl org.pl ' +
    'com.pt com.ro co.rs com.ru com.sa com.sg co.th com.tr gov.tr org.tr com.tw com.ua ac.uk co.uk gov.uk ltd.uk me.uk net.uk nhs.uk org.uk plc.uk sch.uk com.uy co.ve com.vn ac.za co.za gov.za org.za ' +
    'appspot.com azurewebsites.net blogspot.com cloudfront.net firebaseapp.com fly.dev github.io gitlab.io herokuapp.com myshopify.com netlify.app onrender.com pages.dev sharepoint.com vercel.app web.app wordpress.com workers.dev'
  ).split(' '),
);
