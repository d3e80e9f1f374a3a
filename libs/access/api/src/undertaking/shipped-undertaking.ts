import type { Locale } from '@smartpar/platform/contract';

const ENGLISH = `What I promise before I look at other people's data

1. I look only when my work needs it. I look at no more than it needs, and at nobody out of curiosity: not at colleagues, not at friends, not at people I have heard of.

2. I say truthfully why I look. I know that every look is written down, that the person can read it, and that I cannot take it back.

3. What I learn stays with those who need it for the same task. I do not tell others, I do not copy it to places it does not belong, and I do not use it for myself or for anybody else.

4. I keep it safe. I do not let others use my account, I lock my screen when I leave, and I report at once when something went wrong: a message to the wrong person, a lost device, a look I should not have made.

5. This promise holds after my task ends, after I change jobs, and after I leave. It ends only where the law says so.

6. If I break it, my access can be taken away at once. It can have consequences for my work, up to its end, and I may have to answer for it before the law.

7. Nothing in here forbids me to report a wrong to the authorities, to the works council or to whoever protects people's data, or to use rights the law gives me.`;

const GERMAN = `Was ich verspreche, bevor ich Daten anderer ansehe

1. Ich sehe nur hin, wenn meine Arbeit es braucht. Ich sehe nicht mehr an, als sie braucht, und niemanden aus Neugier: nicht Kolleginnen und Kollegen, nicht Freunde, nicht Menschen, von denen ich gehört habe.

2. Ich sage ehrlich, warum ich hinsehe. Ich weiß, dass jeder Blick aufgeschrieben wird, dass die Person ihn lesen kann und dass ich ihn nicht zurücknehmen kann.

3. Was ich erfahre, bleibt bei denen, die es für dieselbe Aufgabe brauchen. Ich erzähle es nicht weiter, ich kopiere es nicht dorthin, wo es nicht hingehört, und ich nutze es weder für mich noch für andere.

4. Ich halte es sicher. Ich lasse niemanden mein Konto benutzen, ich sperre den Bildschirm, wenn ich gehe, und ich melde sofort, wenn etwas schiefging: eine Nachricht an die falsche Person, ein verlorenes Gerät, ein Blick, der nicht hätte sein dürfen.

5. Dieses Versprechen gilt weiter, wenn meine Aufgabe endet, wenn ich die Stelle wechsle und wenn ich gehe. Es endet nur dort, wo das Gesetz es sagt.

6. Breche ich es, kann mir der Zugang sofort genommen werden. Es kann Folgen für meine Arbeit haben, bis zu ihrem Ende, und ich muss vielleicht vor dem Gesetz dafür einstehen.

7. Nichts hier verbietet mir, ein Unrecht den Behörden, dem Betriebsrat oder einer Datenschutzstelle zu melden oder Rechte zu nutzen, die das Gesetz mir gibt.`;

/** The undertaking every organization starts with, in plain words of our own. */
export const SHIPPED_UNDERTAKING: Readonly<Record<Locale, string>> = { en: ENGLISH, de: GERMAN };
