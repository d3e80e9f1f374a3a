/** Mail services that sell mailboxes under their own name in many countries: `hotmail.fr`, `yahoo.co.uk`. */
export const FREE_MAIL_NAMES: ReadonlySet<string> = new Set([
  'gmail',
  'gmx',
  'googlemail',
  'hotmail',
  'icloud',
  'outlook',
  'protonmail',
  'windowslive',
  'yahoo',
  'yandex',
  'ymail',
]);

/** Domains under which anybody may have a mailbox: whoever proved one would receive strangers' questions. */
export const FREE_MAIL_DOMAINS: ReadonlySet<string> = new Set(
  (
    '1und1.de 126.com 139.com 163.com 189.cn abv.bg aim.com alice.de alice.it aliyun.com aol.com aol.de arcor.de att.net bellsouth.net bigpond.com bk.ru bluewin.ch bol.com.br btinternet.com ' +
    'centrum.cz charter.net comcast.net cox.net daum.net disroot.org duck.com earthlink.net email.com email.de email.it fastmail.com fastmail.fm foxmail.com free.fr freenet.de hanmail.net hey.com hushmail.com ' +
    'inbox.com inbox.lv inbox.ru interia.pl juno.com kabelmail.de kakao.com laposte.net libero.it list.ru live.ca live.co.uk live.com live.de live.fr live.it live.nl mac.com mail.com mail.de mail.ee mail.ru mailbox.org ' +
    'mailfence.com mailinator.com me.com msn.com naver.com netzero.net o2.pl o2online.de onet.pl online.de online.no optusnet.com.au orange.fr pm.me post.com posteo.de posteo.net proton.me qq.com rambler.ru ' +
    'rediffmail.com riseup.net rocketmail.com rogers.com runbox.com sapo.pt sbcglobal.net seznam.cz sfr.fr shaw.ca sina.com sky.com skynet.be sohu.com startmail.com t-online.de talktalk.net telenet.be telia.com terra.com.br ' +
    'tiscali.it tuta.com tuta.io tutamail.com tutanota.com tutanota.de uol.com.br ukr.net unitybox.de verizon.net virgilio.it virginmedia.com vodafone.de volny.cz wanadoo.fr web.de wp.pl xs4all.nl yeah.net zoho.com zohomail.com ziggo.nl'
  ).split(' '),
);
