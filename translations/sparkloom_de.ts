<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_GB">
<context>
    <name>Help</name>
    <message>
        <source>The Sparks ask each other over the cables. Where that tells nothing, &quot;Look closer&quot; reads the plugs and sends frames; it needs sudo, and changes nothing.</source>
        <translation>Die Sparks fragen einander über die Kabel. Wo das nichts verrät, liest „Genauer hinsehen“ die Stecker aus und sendet Datenpakete; das braucht sudo und ändert nichts.</translation>
    </message>
    <message>
        <source>It is not found out where a cable leads.</source>
        <translation>Es wird nicht herausgefunden, wohin ein Kabel führt.</translation>
    </message>
    <message>
        <source>Start: which Sparks, or practice</source>
        <translation>Start: welche Sparks, oder Übung</translation>
    </message>
    <message>
        <source>Here you begin with new Sparks, open a cluster of before, or practise with virtual Sparks. Practice runs on this computer alone: nothing real is touched, and nothing is remembered.</source>
        <translation>Hier beginnen Sie mit neuen Sparks, öffnen einen früheren Cluster oder üben mit virtuellen Sparks. Die Übung läuft nur auf diesem Computer: Nichts Wirkliches wird berührt, und nichts wird gemerkt.</translation>
    </message>
    <message>
        <source>Sparks that announce themselves appear by themselves. A name or an address always works, too.</source>
        <translation>Sparks, die sich ankündigen, erscheinen von selbst. Ein Name oder eine Adresse geht auch immer.</translation>
    </message>
    <message>
        <source>No Spark appears.</source>
        <translation>Kein Spark erscheint.</translation>
    </message>
    <message>
        <source>A Spark announces itself about a minute after it was switched on. Guest Wi-Fi and routers between you and it keep announcements away: type its address then.</source>
        <translation>Ein Spark kündigt sich etwa eine Minute nach dem Einschalten an. Gäste-WLAN und Router dazwischen halten Ankündigungen fern: Dann hilft seine Adresse.</translation>
    </message>
    <message>
        <source>A cluster says &quot;interrupted&quot;.</source>
        <translation>Bei einem Cluster steht „unterbrochen“.</translation>
    </message>
    <message>
        <source>A change of it did not end. Open it: you are asked whether to finish it or take it back.</source>
        <translation>Eine Änderung an ihm ging nicht zu Ende. Beim Öffnen wird gefragt, ob sie vollendet oder zurückgenommen werden soll.</translation>
    </message>
    <message>
        <source>Find: which machines belong together</source>
        <translation>Finden: welche Geräte zusammengehören</translation>
    </message>
    <message>
        <source>Choose the Sparks that are to work as one. Looking connects to nothing and changes nothing.</source>
        <translation>Hier werden die Sparks gewählt, die wie einer arbeiten sollen. Das Suchen verbindet sich mit nichts und ändert nichts.</translation>
    </message>
    <message>
        <source>Two or more are needed. Other machines with SSH are listed apart; a Spark with a name of its own may be among them.</source>
        <translation>Es braucht zwei oder mehr. Andere Geräte mit SSH stehen gesondert; ein Spark mit eigenem Namen kann darunter sein.</translation>
    </message>
    <message>
        <source>A Spark is missing.</source>
        <translation>Ein Spark fehlt.</translation>
    </message>
    <message>
        <source>Type its name, like spark-1a2b.local, or the address that your router gave it.</source>
        <translation>Tippen Sie seinen Namen, etwa spark-1a2b.local, oder die Adresse, die der Router ihm gab.</translation>
    </message>
    <message>
        <source>A Spark has -2 behind its name.</source>
        <translation>Ein Spark hat -2 hinter dem Namen.</translation>
    </message>
    <message>
        <source>Two machines have the same name on this network. That is no obstacle: its host key tells them apart.</source>
        <translation>Zwei Geräte haben in diesem Netz denselben Namen. Das stört nicht: Der Host-Schlüssel unterscheidet sie.</translation>
    </message>
    <message>
        <source>Sign in: once for every Spark</source>
        <translation>Anmelden: einmal je Spark</translation>
    </message>
    <message>
        <source>You sign in with your user on the Spark. Sparkloom then puts a key of its own there, so that no password is asked for again. No password is ever stored.</source>
        <translation>Sie melden sich mit Ihrem Benutzer auf dem Spark an. Sparkloom legt dann einen eigenen Schlüssel dort ab, damit kein Passwort mehr nötig ist. Ein Passwort wird nie gespeichert.</translation>
    </message>
    <message>
        <source>Compare the fingerprints with what the Spark itself shows when you are unsure: on its screen, run ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub</source>
        <translation>Im Zweifel lassen sich die Fingerabdrücke mit dem vergleichen, was der Spark selbst zeigt: an seinem Bildschirm mit ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub</translation>
    </message>
    <message>
        <source>The password is not accepted.</source>
        <translation>Das Passwort wird nicht angenommen.</translation>
    </message>
    <message>
        <source>It is the one of the user on the Spark, not that of this computer. Each Spark may have another: untick &quot;same on all&quot;.</source>
        <translation>Gemeint ist das des Benutzers auf dem Spark, nicht das dieses Computers. Jeder Spark kann ein anderes haben: dann „Auf allen gleich“ abwählen.</translation>
    </message>
    <message>
        <source>A Spark shows another host key than before.</source>
        <translation>Ein Spark zeigt einen anderen Host-Schlüssel als zuvor.</translation>
    </message>
    <message>
        <source>It was reinstalled, or another machine has its address. Sparkloom does not go on before you say which.</source>
        <translation>Er wurde neu aufgesetzt, oder ein anderes Gerät hat seine Adresse. Sparkloom macht erst weiter, wenn Sie sagen, was zutrifft.</translation>
    </message>
    <message>
        <source>Topology: how they are joined</source>
        <translation>Form: wie sie verbunden werden</translation>
    </message>
    <message>
        <source>What is possible with these Sparks, what it gives, and which cables it takes. What is cabled already is offered first.</source>
        <translation>Was mit diesen Sparks möglich ist, was es bringt und welche Kabel es braucht. Was schon verkabelt ist, steht zuerst.</translation>
    </message>
    <message>
        <source>Every cable has two lanes, one for each half of a socket; together they are 200 Gb/s. You may come back and choose another form at any time before Apply.</source>
        <translation>Jedes Kabel hat zwei Spuren, eine für jede Hälfte einer Buchse; zusammen sind es 200 Gb/s. Bis zum Anwenden lässt sich jederzeit eine andere Form wählen.</translation>
    </message>
    <message>
        <source>My cables are not in the list.</source>
        <translation>Meine Kabel stehen nicht in der Liste.</translation>
    </message>
    <message>
        <source>Other cables may work. Those listed are known to: QSFP56 or QSFP112, 200 Gb/s, and no longer than needed.</source>
        <translation>Andere Kabel können gehen. Von den genannten ist es bekannt: QSFP56 oder QSFP112, 200 Gb/s und nicht länger als nötig.</translation>
    </message>
    <message>
        <source>Cable: which plug goes where</source>
        <translation>Verkabeln: welcher Stecker wohin gehört</translation>
    </message>
    <message>
        <source>One instruction at a time. The socket that is meant pulses on the drawing, which shows the Sparks from behind. Each plug is confirmed as soon as the Spark feels it.</source>
        <translation>Immer nur eine Anweisung. Die gemeinte Buchse pulsiert auf der Zeichnung, die die Sparks von hinten zeigt. Jeder Stecker wird bestätigt, sobald der Spark ihn bemerkt.</translation>
    </message>
    <message>
        <source>Hold the plug with the pull tab up, and push until it clicks. The first plug wakes the network card; that takes about six seconds. &quot;Which cable is this?&quot; tells it when you pull any plug. &quot;Blink this socket&quot; lets a light at the socket blink.</source>
        <translation>Den Stecker mit der Lasche nach oben halten und schieben, bis er klickt. Der erste Stecker weckt die Netzwerkkarte; das dauert etwa sechs Sekunden. „Welches Kabel ist das?“ sagt es, sobald ein Stecker gezogen wird. „Buchse blinken lassen“ lässt ein Licht an der Buchse blinken.</translation>
    </message>
    <message>
        <source>Only one lane comes up.</source>
        <translation>Nur eine Spur kommt.</translation>
    </message>
    <message>
        <source>Push the plug in until it clicks. If it stays like this, try the plug in the other socket, then another cable.</source>
        <translation>Den Stecker schieben, bis er klickt. Bleibt es dabei, den Stecker in der anderen Buchse versuchen, dann ein anderes Kabel.</translation>
    </message>
    <message>
        <source>A plug is in another socket than asked for.</source>
        <translation>Ein Stecker ist in einer anderen Buchse als verlangt.</translation>
    </message>
    <message>
        <source>You are told which plug to move where. Where it is just as good, you may keep it like this.</source>
        <translation>Es wird gesagt, welcher Stecker wohin soll. Ist es genauso gut, darf es so bleiben.</translation>
    </message>
    <message>
        <source>Review: what will change, before anything does</source>
        <translation>Durchsehen: was sich ändern wird, bevor es geschieht</translation>
    </message>
    <message>
        <source>Every change on every Spark, with its reason, the lines that change, the same by hand, and how it is taken back. Nothing happens before you press Apply.</source>
        <translation>Jede Änderung auf jedem Spark, mit ihrem Grund, den geänderten Zeilen, demselben von Hand und dem Weg zurück. Vor dem Anwenden geschieht nichts.</translation>
    </message>
    <message>
        <source>Under &quot;Addresses and names&quot; you may choose other addresses, and whether the Sparks and this computer know each other by name. &quot;Export the plan&quot; saves it, also for a colleague.</source>
        <translation>Unter „Adressen und Namen“ lassen sich andere Adressen wählen, und ob die Sparks und dieser Computer einander mit Namen kennen. „Plan exportieren“ speichert ihn, auch für andere.</translation>
    </message>
    <message>
        <source>Files of somebody else are listed.</source>
        <translation>Dateien von jemand anderem sind aufgeführt.</translation>
    </message>
    <message>
        <source>They configure the same sockets. They are set aside, byte for byte, and come back with Undo.</source>
        <translation>Sie stellen dieselben Buchsen ein. Sie werden Byte für Byte beiseitegelegt und kommen beim Rückgängigmachen wieder.</translation>
    </message>
    <message>
        <source>The network collides.</source>
        <translation>Das Netz überschneidet sich.</translation>
    </message>
    <message>
        <source>A Spark or this computer uses the same addresses elsewhere, often for a VPN. Choose another network, or leave the field empty.</source>
        <translation>Ein Spark oder dieser Computer benutzt dieselben Adressen anderswo, oft für ein VPN. Ein anderes Netz wählen oder das Feld leer lassen.</translation>
    </message>
    <message>
        <source>Apply: all of it, or nothing</source>
        <translation>Anwenden: alles oder nichts</translation>
    </message>
    <message>
        <source>The changes are tried out on all Sparks first, and proven. Only then are they made to last. If anything fails, or this computer loses the Sparks, each of them goes back by itself.</source>
        <translation>Die Änderungen werden erst auf allen Sparks ausprobiert und nachgewiesen. Erst dann werden sie dauerhaft. Misslingt etwas oder verliert dieser Computer die Sparks, geht jeder von selbst zurück.</translation>
    </message>
    <message>
        <source>It was rolled back.</source>
        <translation>Es wurde zurückgenommen.</translation>
    </message>
    <message>
        <source>The reason stands at the step that failed. Everything is as it was; mend the cause, and go back to Review.</source>
        <translation>Der Grund steht bei dem Schritt, der misslang. Alles ist, wie es war; nach dem Beheben geht es beim Durchsehen weiter.</translation>
    </message>
    <message>
        <source>This computer was switched off in the middle.</source>
        <translation>Dieser Computer wurde mittendrin ausgeschaltet.</translation>
    </message>
    <message>
        <source>Open the cluster again: you are asked whether to finish the change or take it back.</source>
        <translation>Den Cluster wieder öffnen: Es wird gefragt, ob die Änderung vollendet oder zurückgenommen werden soll.</translation>
    </message>
    <message>
        <source>Prove: that it works, half by half</source>
        <translation>Nachweisen: dass es geht, Hälfte für Hälfte</translation>
    </message>
    <message>
        <source>A check failed.</source>
        <translation>Eine Prüfung ist misslungen.</translation>
    </message>
    <message>
        <source>It says at which half, and what to do. Look at the cable of that half first; then prove again.</source>
        <translation>Sie sagt, an welcher Hälfte, und was zu tun ist. Zuerst das Kabel dieser Hälfte ansehen, dann noch einmal nachweisen.</translation>
    </message>
    <message>
        <source>Something was not tested.</source>
        <translation>Etwas wurde nicht geprüft.</translation>
    </message>
    <message>
        <source>It says why. What was not tested is not counted as good.</source>
        <translation>Der Grund steht dabei. Was nicht geprüft wurde, gilt nicht als gut.</translation>
    </message>
    <message>
        <source>Interrupted: finish it, or take it back</source>
        <translation>Unterbrochen: vollenden oder zurücknehmen</translation>
    </message>
    <message>
        <source>A change was under way when Sparkloom ended. Both ways are safe, and nothing is chosen for you.</source>
        <translation>Eine Änderung war im Gang, als Sparkloom endete. Beide Wege sind sicher, und nichts ist vorgewählt.</translation>
    </message>
    <message>
        <source>Finish where the change was wanted. Take it back where you are unsure: you can set it up anew.</source>
        <translation>Vollenden, wenn die Änderung gewollt war. Im Zweifel zurücknehmen: Neu einrichten geht immer.</translation>
    </message>
    <message>
        <source>A Spark cannot be reached.</source>
        <translation>Ein Spark ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>Switch it on and wait a minute. What it tried out and did not keep, it took back by itself.</source>
        <translation>Einschalten und eine Minute warten. Was er ausprobiert und nicht behalten hat, nahm er von selbst zurück.</translation>
    </message>
    <message>
        <source>Live: what the cables carry now</source>
        <translation>Live: was die Kabel gerade befördern</translation>
    </message>
    <message>
        <source>What travels over every cable and every lane at this moment, read from the counters of the hardware. They count RDMA, too, which most monitors do not see.</source>
        <translation>Was in diesem Augenblick über jedes Kabel und jede Spur geht, gelesen aus den Zählern der Hardware. Sie zählen auch RDMA, das die meisten Anzeigen nicht sehen.</translation>
    </message>
    <message>
        <source>Load is drawn relative to what a lane can really carry. Both directions are shown, never their mean.</source>
        <translation>Die Last ist im Verhältnis zu dem gezeichnet, was eine Spur wirklich befördern kann. Beide Richtungen stehen da, nie ihr Mittel.</translation>
    </message>
    <message>
        <source>A job runs, and nothing moves.</source>
        <translation>Ein Job läuft, und nichts bewegt sich.</translation>
    </message>
    <message>
        <source>It may use another network. Give it the environment that the page Prove has for it.</source>
        <translation>Er benutzt vielleicht ein anderes Netz. Geben Sie ihm die Umgebung, die auf der Seite Nachweisen steht.</translation>
    </message>
    <message>
        <source>One lane carries it all.</source>
        <translation>Eine Spur befördert alles.</translation>
    </message>
    <message>
        <source>The job uses one half of the socket, and gets half the speed. Its environment has to name both.</source>
        <translation>Der Job benutzt eine Hälfte der Buchse und bekommt das halbe Tempo. Seine Umgebung muss beide nennen.</translation>
    </message>
    <message>
        <source>Keys and windows</source>
        <translation>Tasten und Fenster</translation>
    </message>
    <message>
        <source>What works on every page.</source>
        <translation>Was auf jeder Seite geht.</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>this help, and back</source>
        <translation>diese Hilfe, und zurück</translation>
    </message>
    <message>
        <source>Tab, Shift+Tab</source>
        <translation>Tab, Umschalt+Tab</translation>
    </message>
    <message>
        <source>from one control to the next</source>
        <translation>von einem Bedienelement zum nächsten</translation>
    </message>
    <message>
        <source>Alt+Left</source>
        <translation>Alt+Links</translation>
    </message>
    <message>
        <source>one page back</source>
        <translation>eine Seite zurück</translation>
    </message>
    <message>
        <source>Ctrl+N</source>
        <translation>Strg+N</translation>
    </message>
    <message>
        <source>another window, for another cluster</source>
        <translation>ein weiteres Fenster, für einen weiteren Cluster</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>back from Help, Log, Settings and About</source>
        <translation>zurück aus Hilfe, Protokoll, Einstellungen und Über</translation>
    </message>
    <message>
        <source>On the map: arrows, Enter</source>
        <translation>Auf der Karte: Pfeile, Eingabe</translation>
    </message>
    <message>
        <source>along the cables, details</source>
        <translation>den Kabeln entlang, Einzelheiten</translation>
    </message>
    <message>
        <source>Every half is asked from every Spark it is joined to: is the address there, do large packets get through, do they take the right lane, does sign-in work. Then the speed can be measured, which loads the cables for half a minute.</source>
        <translation>Jede Hälfte wird von jedem Spark aus gefragt, mit dem sie verbunden ist: Ist die Adresse da, kommen große Pakete durch, nehmen sie die richtige Spur, klappt die Anmeldung? Danach lässt sich das Tempo messen; das belastet die Kabel eine halbe Minute lang.</translation>
    </message>
    <message>
        <source>Tests: as fast as they should be</source>
        <translation>Tests: so schnell, wie sie sein sollen</translation>
    </message>
    <message>
        <source>The ladder goes from the link to NCCL and stops at the first rung that fails. TCP, RDMA and NCCL can also be measured alone, on the cables that you choose.</source>
        <translation>Die Leiter führt von der Verbindung bis zu NCCL und hält an der ersten Sprosse, die nicht besteht. TCP, RDMA und NCCL lassen sich auch einzeln messen, auf den Kabeln Ihrer Wahl.</translation>
    </message>
    <message>
        <source>A figure counts only when the bytes really crossed the cable. Beside it stands the band in which it should lie, and why. Do not test while a job needs the cables.</source>
        <translation>Ein Messwert zählt nur, wenn die Bytes wirklich über das Kabel gingen. Daneben steht der Bereich, in dem er liegen soll, und warum. Testen Sie nicht, während eine Rechnung die Kabel braucht.</translation>
    </message>
    <message>
        <source>A figure is invalid.</source>
        <translation>Ein Messwert ist ungültig.</translation>
    </message>
    <message>
        <source>Job and cable disagree: the traffic took another way, or somebody else used the cable. Stop the other job and measure again.</source>
        <translation>Messung und Kabel widersprechen sich: Die Daten nahmen einen anderen Weg, oder jemand anders hat das Kabel benutzt. Beenden Sie die andere Rechnung und messen Sie noch einmal.</translation>
    </message>
    <message>
        <source>NCCL is not tested.</source>
        <translation>NCCL ist nicht getestet.</translation>
    </message>
    <message>
        <source>It says what is missing on which Spark. RDMA proves the cables without it.</source>
        <translation>Dort steht, was auf welchem Spark fehlt. RDMA beweist die Kabel auch ohne NCCL.</translation>
    </message>
    <message>
        <source>One more Spark is to join a cluster that is set up.</source>
        <translation>Ein weiterer Spark soll zu einem eingerichteten Cluster kommen.</translation>
    </message>
    <message>
        <source>Choose it here as well, then go on as before: sign in, plug, review, apply. The others keep their addresses where they can.</source>
        <translation>Ihn hier ebenfalls wählen, dann weiter wie zuvor: anmelden, stecken, durchsehen, anwenden. Die anderen behalten ihre Adressen, wo das geht.</translation>
    </message>
    <message>
        <source>A Spark is to leave the cluster, or is broken.</source>
        <translation>Ein Spark soll den Cluster verlassen oder ist kaputt.</translation>
    </message>
    <message>
        <source>Untick it. You are asked how it leaves, and see the plan before anything is changed.</source>
        <translation>Das Häkchen wegnehmen. Sie werden gefragt, wie er geht, und sehen den Plan, bevor etwas geändert wird.</translation>
    </message>
    <message>
        <source>Another computer set the cluster up.</source>
        <translation>Ein anderer Computer hat den Cluster eingerichtet.</translation>
    </message>
    <message>
        <source>Choose its Sparks and sign in. Their records are recognised, and taking the cluster over is offered.</source>
        <translation>Seine Sparks wählen und anmelden. Ihre Belege werden erkannt, und die Übernahme wird angeboten.</translation>
    </message>
    <message>
        <source>The countdown is the time after which a Spark goes back when it hears nothing. You may cancel until it is made final.</source>
        <translation>Die Sicherheitsuhr zeigt, wann ein Spark zurückgeht, der nichts mehr hört. Abbrechen geht, bis es endgültig wird.</translation>
    </message>
    <message>
        <source>At the end you get the environment for NCCL and other jobs, to copy. Undo takes the last set-up back.</source>
        <translation>Am Ende steht die Umgebung für NCCL und andere Jobs zum Kopieren bereit. Rückgängig machen nimmt die letzte Einrichtung zurück.</translation>
    </message>
    <message>
        <source>On the map: +, -, 0</source>
        <translation>Auf der Karte: +, -, 0</translation>
    </message>
    <message>
        <source>closer, farther, all of it; also Ctrl and the mouse wheel</source>
        <translation>näher, weiter weg, alles; auch Strg und das Mausrad</translation>
    </message>
    <message>
        <source>On the map: P, Delete</source>
        <translation>Auf der Karte: P, Entf</translation>
    </message>
    <message>
        <source>for virtual Sparks: plug the next cable, pull the chosen one</source>
        <translation>bei virtuellen Sparks: das nächste Kabel stecken, das gewählte ziehen</translation>
    </message>
    <message>
        <source>On the map: Space</source>
        <translation>Auf der Karte: Leertaste</translation>
    </message>
    <message>
        <source>on the page Tests: choose the cable</source>
        <translation>auf der Seite Tests: das Kabel wählen</translation>
    </message>
</context>
<context>
    <name>cli</name>
    <message>
        <source>Go on all the same: &quot;busy&quot; although the fabric is in use.</source>
        <translation>Trotzdem fortfahren: „busy“, obwohl der Verbund benutzt wird.</translation>
    </message>
    <message>
        <source>Add Sparks to the cluster by name or address.</source>
        <translation>Sparks nach Name oder Adresse zum Cluster hinzufügen.</translation>
    </message>
    <message>
        <source>HOST is a name, an address, name:port, user@name, or [IPv6]:port. Nothing is connected to yet.</source>
        <translation>HOST ist ein Name, eine Adresse, Name:Port, Benutzer@Name oder [IPv6]:Port. Noch wird mit nichts Verbindung aufgenommen.</translation>
    </message>
    <message>
        <source>Carry out the plan on all Sparks: everywhere or nowhere.</source>
        <translation>Den Plan auf allen Sparks ausführen: überall oder nirgends.</translation>
    </message>
    <message>
        <source>Every Spark keeps a backup and takes the change back by itself if this computer goes away before it is proven.</source>
        <translation>Jeder Spark behält eine Sicherung und nimmt die Änderung selbst zurück, wenn dieser Computer verschwindet, bevor sie nachgewiesen ist.</translation>
    </message>
    <message>
        <source>Show which cable joins which cages, with no address on any of them.</source>
        <translation>Zeigen, welches Kabel welche Käfige verbindet, ganz ohne Adressen darauf.</translation>
    </message>
    <message>
        <source>What is not proven is shown as not known, never guessed. Sleeping halves can be woken with sudo.</source>
        <translation>Was nicht nachgewiesen ist, gilt als unbekannt und wird nie geraten. Schlafende Hälften lassen sich mit sudo wecken.</translation>
    </message>
    <message>
        <source>Go on and show every change; end with Ctrl-C.</source>
        <translation>Weiterlaufen und jede Änderung zeigen; Ende mit Strg-C.</translation>
    </message>
    <message>
        <source>Take the subnets from this network (default: the first free one from 10.100.0.0/16 on).</source>
        <translation>Die Subnetze aus diesem Netz nehmen (Vorgabe: das erste freie ab 10.100.0.0/16).</translation>
    </message>
    <message>
        <source>MTU of every half, 1500 to 9000 (default: 9000).</source>
        <translation>MTU jeder Hälfte, 1500 bis 9000 (Vorgabe: 9000).</translation>
    </message>
    <message>
        <source>Seconds after which a Spark takes the change back by itself, 5 to 300 (default: 90).</source>
        <translation>Sekunden, nach denen ein Spark die Änderung selbst zurücknimmt, 5 bis 300 (Vorgabe: 90).</translation>
    </message>
    <message>
        <source>Show every file as a diff, with the commands that do the same.</source>
        <translation>Jede Datei als Diff zeigen, mit den Befehlen, die dasselbe tun.</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>NAME</translation>
    </message>
    <message>
        <source>ADDRESSES</source>
        <translation>ADRESSEN</translation>
    </message>
    <message>
        <source>NETWORK</source>
        <translation>NETZ</translation>
    </message>
    <message>
        <source>SPARK</source>
        <translation>SPARK</translation>
    </message>
    <message>
        <source>CLUSTER</source>
        <translation>CLUSTER</translation>
    </message>
    <message>
        <source>virtual</source>
        <translation>virtuell</translation>
    </message>
    <message>
        <source>likely</source>
        <translation>wahrscheinlich</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>member</source>
        <translation>Mitglied</translation>
    </message>
    <message>
        <source>List the machines that announce themselves on this network.</source>
        <translation>Die Geräte auflisten, die sich in diesem Netz melden.</translation>
    </message>
    <message>
        <source>Listens to mDNS and connects to nothing. That a machine is a Spark is certain only after signing in.</source>
        <translation>Hört auf mDNS und nimmt mit nichts Verbindung auf. Dass ein Gerät ein Spark ist, steht erst nach der Anmeldung fest.</translation>
    </message>
    <message>
        <source>How long to listen, 1 to 300 (default: 6).</source>
        <translation>Wie lange gelauscht wird, 1 bis 300 (Vorgabe: 6).</translation>
    </message>
    <message>
        <source>Print the environment for jobs on the cluster, with a reason for every line.</source>
        <translation>Die Umgebung für Jobs auf dem Cluster ausgeben, mit einem Grund für jede Zeile.</translation>
    </message>
    <message>
        <source>For NCCL, UCX, Gloo and Open MPI. Example: eval &quot;$(sparkloomctl env)&quot;</source>
        <translation>Für NCCL, UCX, Gloo und Open MPI. Beispiel: eval &quot;$(sparkloomctl env)&quot;</translation>
    </message>
    <message>
        <source>shell, json, docker or hostfile (default: shell).</source>
        <translation>shell, json, docker oder hostfile (Vorgabe: shell).</translation>
    </message>
    <message>
        <source>After &quot;half applied&quot;: complete the set-up that was interrupted.</source>
        <translation>Nach &quot;halb angewandt&quot;: die unterbrochene Einrichtung vollenden.</translation>
    </message>
    <message>
        <source>Commits on the Sparks where it is still open. Doing it twice does no harm.</source>
        <translation>Schließt auf den Sparks ab, auf denen sie noch offen ist. Zweimal schadet nicht.</translation>
    </message>
    <message>
        <source>After &quot;half applied&quot;: take the interrupted set-up back everywhere.</source>
        <translation>Nach &quot;halb angewandt&quot;: die unterbrochene Einrichtung überall zurücknehmen.</translation>
    </message>
    <message>
        <source>Every Spark goes back to what it was before. Doing it twice does no harm.</source>
        <translation>Jeder Spark wird wieder, wie er vorher war. Zweimal schadet nicht.</translation>
    </message>
    <message>
        <source>Undo, then remove everything of Sparkloom from the Sparks, and forget them.</source>
        <translation>Rückgängig machen, dann alles von Sparkloom von den Sparks entfernen und sie vergessen.</translation>
    </message>
    <message>
        <source>Helper, recovery unit, record, backups and keys go; each Spark is as before first contact. Without a name: all.</source>
        <translation>Helfer, Rettung beim Start, Beleg, Sicherungen und Schlüssel verschwinden; jeder Spark ist wie vor dem ersten Kontakt. Ohne Namen: alle.</translation>
    </message>
    <message>
        <source>Only forget these Sparks on this computer; nothing is done on them.</source>
        <translation>Diese Sparks nur auf diesem Computer vergessen; auf ihnen geschieht nichts.</translation>
    </message>
    <message>
        <source>asleep</source>
        <translation>schläft</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>ohne Verbindung</translation>
    </message>
    <message>
        <source>up, %1 Gb/s</source>
        <translation>da, %1 Gb/s</translation>
    </message>
    <message>
        <source>up</source>
        <translation>da</translation>
    </message>
    <message>
        <source>%1 GT/s x%2</source>
        <translation>%1 GT/s x%2</translation>
    </message>
    <message>
        <source> (virtual)</source>
        <translation> (virtuell)</translation>
    </message>
    <message>
        <source>  %1, kernel %2, driver %3, %4</source>
        <translation>  %1, Kernel %2, Treiber %3, %4</translation>
    </message>
    <message>
        <source>not loaded</source>
        <translation>nicht geladen</translation>
    </message>
    <message>
        <source>  management network: %1, network managed by: %2</source>
        <translation>  Verwaltungsnetz: %1, Netzwerk verwaltet von: %2</translation>
    </message>
    <message>
        <source>HALF</source>
        <translation>HÄLFTE</translation>
    </message>
    <message>
        <source>INTERFACE</source>
        <translation>SCHNITTSTELLE</translation>
    </message>
    <message>
        <source>LINK</source>
        <translation>VERBINDUNG</translation>
    </message>
    <message>
        <source>MTU</source>
        <translation>MTU</translation>
    </message>
    <message>
        <source>PCIE</source>
        <translation>PCIE</translation>
    </message>
    <message>
        <source>RDMA DEVICE</source>
        <translation>RDMA-GERÄT</translation>
    </message>
    <message>
        <source>Show what every Spark is and how its halves stand.</source>
        <translation>Zeigen, was jeder Spark ist und wie seine Hälften stehen.</translation>
    </message>
    <message>
        <source>Signs in and takes inventory without root: maker, versions, the two cages with their halves, addresses.</source>
        <translation>Meldet sich an und nimmt ohne root auf: Hersteller, Versionen, die zwei Käfige mit ihren Hälften, Adressen.</translation>
    </message>
    <message>
        <source>Use the virtual Sparks of this scenario instead of real ones.</source>
        <translation>Die virtuellen Sparks dieses Szenarios statt echter benutzen.</translation>
    </message>
    <message>
        <source>How fast time runs for virtual Sparks (1: as it is).</source>
        <translation>Wie schnell die Zeit für virtuelle Sparks läuft (1: wie sie ist).</translation>
    </message>
    <message>
        <source>Virtual Sparks: leave the plugging to you.</source>
        <translation>Virtuelle Sparks: das Stecken Ihnen überlassen.</translation>
    </message>
    <message>
        <source>Name of the cluster (default: default).</source>
        <translation>Name des Clusters (Vorgabe: default).</translation>
    </message>
    <message>
        <source>User name on the Sparks.</source>
        <translation>Benutzername auf den Sparks.</translation>
    </message>
    <message>
        <source>Private key file to sign in with the first time.</source>
        <translation>Private Schlüsseldatei für die erste Anmeldung.</translation>
    </message>
    <message>
        <source>Let the SSH agent sign in the first time.</source>
        <translation>Den SSH-Agenten die erste Anmeldung machen lassen.</translation>
    </message>
    <message>
        <source>One JSON document on standard output; sentences go to standard error.</source>
        <translation>Ein JSON-Dokument auf der Standardausgabe; Sätze gehen auf die Fehlerausgabe, auf Englisch.</translation>
    </message>
    <message>
        <source>Ask nothing. What then needs an answer needs an option.</source>
        <translation>Nichts fragen. Was dann eine Antwort braucht, braucht eine Option.</translation>
    </message>
    <message>
        <source>This Spark may show this key; once for every new Spark.</source>
        <translation>Dieser Spark darf diesen Schlüssel zeigen; einmal für jeden neuen Spark.</translation>
    </message>
    <message>
        <source>Read passwords from this file descriptor, as one JSON document.</source>
        <translation>Passwörter von diesem Dateideskriptor lesen, als ein JSON-Dokument.</translation>
    </message>
    <message>
        <source>Explain this command.</source>
        <translation>Diesen Befehl erklären.</translation>
    </message>
    <message>
        <source>Say which version this is.</source>
        <translation>Sagen, welche Version das ist.</translation>
    </message>
    <message>
        <source>Usage: sparkloomctl [OPTIONS] COMMAND [ARGUMENTS]

Finds DGX Sparks, cables and configures them, and proves the result. A first try without any
hardware: sparkloomctl --virtual sealed-pair setup

Commands:
</source>
        <translation>Aufruf: sparkloomctl [OPTIONEN] BEFEHL [ARGUMENTE]

Findet DGX Sparks, verkabelt und konfiguriert sie und weist das Ergebnis nach. Ein erster
Versuch ohne Hardware: sparkloomctl --virtual sealed-pair setup

Befehle:
</translation>
    </message>
    <message>
        <source>Options for every command:</source>
        <translation>Optionen für jeden Befehl:</translation>
    </message>
    <message>
        <source>sparkloomctl COMMAND --help explains a command. The man page sparkloomctl(1) has examples
and all exit codes: 0 healthy, 1 a check failed, 2 usage, 3 not known, 4 unreachable, 5 refused.</source>
        <translation>sparkloomctl BEFEHL --help erklärt einen Befehl. Die Handbuchseite sparkloomctl(1) hat Beispiele und alle
Exitcodes: 0 gesund, 1 eine Prüfung misslang, 2 Aufruf, 3 unbekannt, 4 unerreichbar, 5 abgelehnt.</translation>
    </message>
    <message>
        <source>Usage: sparkloomctl [OPTIONS] %1</source>
        <translation>Aufruf: sparkloomctl [OPTIONEN] %1</translation>
    </message>
    <message>
        <source>Options of this command:</source>
        <translation>Optionen dieses Befehls:</translation>
    </message>
    <message>
        <source>Show what would be changed on every Spark, and change nothing.</source>
        <translation>Zeigen, was auf jedem Spark geändert würde, und nichts ändern.</translation>
    </message>
    <message>
        <source>The plan follows from the cables that are there. Reading the present network files needs sudo the first time.</source>
        <translation>Der Plan folgt aus den Kabeln, die da sind. Die jetzigen Netzwerkdateien zu lesen braucht beim ersten Mal sudo.</translation>
    </message>
    <message>
        <source>Plug a cable between two sockets of virtual Sparks.</source>
        <translation>Ein Kabel zwischen zwei Buchsen virtueller Sparks stecken.</translation>
    </message>
    <message>
        <source>B may be: switch</source>
        <translation>B darf sein: switch</translation>
    </message>
    <message>
        <source>Pull the cable out of a socket of a virtual Spark.</source>
        <translation>Das Kabel aus einer Buchse eines virtuellen Sparks ziehen.</translation>
    </message>
    <message>
        <source>Both of its ends are free then.</source>
        <translation>Danach sind seine beiden Enden frei.</translation>
    </message>
    <message>
        <source>ADDRESS</source>
        <translation>ADRESSE</translation>
    </message>
    <message>
        <source>KEY</source>
        <translation>SCHLÜSSEL</translation>
    </message>
    <message>
        <source>FINGERPRINT</source>
        <translation>FINGERABDRUCK</translation>
    </message>
    <message>
        <source>Do everything: find, sign in, cable, plan, apply, prove.</source>
        <translation>Alles tun: finden, anmelden, verkabeln, planen, anwenden, nachweisen.</translation>
    </message>
    <message>
        <source>Takes what is cabled if it forms a pair, a ring or a star; else says which plug goes where, one at a time, and waits.
Ends with the proven fabric and the environment for jobs. Doing it again changes nothing and needs no sudo.</source>
        <translation>Nimmt, was verkabelt ist, wenn es ein Paar, einen Ring oder einen Stern bildet; sonst sagt es einzeln, welcher Stecker wohin gehört,
und wartet. Am Ende stehen der nachgewiesene Verbund und die Umgebung für Jobs. Noch einmal ändert nichts und braucht kein sudo.</translation>
    </message>
    <message>
        <source>How long to wait for cables (default: for ever on a terminal, 60 with --yes).</source>
        <translation>Wie lange auf Kabel gewartet wird (Vorgabe: auf einem Terminal für immer, 60 mit --yes).</translation>
    </message>
    <message>
        <source>With --virtual: read commands line by line, all for the same virtual Sparks.</source>
        <translation>Mit --virtual: Befehle Zeile für Zeile lesen, alle für dieselben virtuellen Sparks.</translation>
    </message>
    <message>
        <source>STATE</source>
        <translation>ZUSTAND</translation>
    </message>
    <message>
        <source>Say whether every Spark still is as it was set up.</source>
        <translation>Sagen, ob jeder Spark noch so ist, wie er eingerichtet wurde.</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <source>FAILED</source>
        <translation>MISSLUNGEN</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>zurück</translation>
    </message>
    <message>
        <source>in the wrong socket</source>
        <translation>in der falschen Buchse</translation>
    </message>
    <message>
        <source>Form: %1</source>
        <translation>Form: %1</translation>
    </message>
    <message>
        <source>No cable is seen.</source>
        <translation>Es ist kein Kabel zu sehen.</translation>
    </message>
    <message>
        <source>FROM</source>
        <translation>VON</translation>
    </message>
    <message>
        <source>TO</source>
        <translation>NACH</translation>
    </message>
    <message>
        <source>SURE</source>
        <translation>SICHER</translation>
    </message>
    <message>
        <source>SEEN BY</source>
        <translation>GESEHEN AN</translation>
    </message>
    <message>
        <source>PROVEN</source>
        <translation>NACHGEWIESEN</translation>
    </message>
    <message>
        <source>NOT TESTED</source>
        <translation>NICHT GEPRÜFT</translation>
    </message>
    <message>
        <source>Type the name of the Spark whose key is to be replaced (%1):</source>
        <translation>Tippen Sie den Namen des Sparks, dessen Schlüssel ersetzt werden soll (%1):</translation>
    </message>
    <message>
        <source>USER</source>
        <translation>BENUTZER</translation>
    </message>
    <message>
        <source>KEY LOGIN</source>
        <translation>ANMELDUNG MIT SCHLÜSSEL</translation>
    </message>
    <message>
        <source>HOST KEY</source>
        <translation>HOST-SCHLÜSSEL</translation>
    </message>
    <message>
        <source>proven</source>
        <translation>nachgewiesen</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Check host keys, sign in, and install this computer&apos;s key on every Spark.</source>
        <translation>Host-Schlüssel prüfen, anmelden und den Schlüssel dieses Computers auf jedem Spark hinterlegen.</translation>
    </message>
    <message>
        <source>Shows the fingerprint of every new Spark first; nothing secret is sent before it is accepted. The password is
used once: our public key is installed and proven by a second login with that key alone.</source>
        <translation>Zeigt erst den Fingerabdruck jedes neuen Sparks; bevor er angenommen ist, wird nichts Geheimes gesendet. Das Passwort wird
einmal benutzt: unser öffentlicher Schlüssel wird hinterlegt und durch eine zweite Anmeldung allein mit ihm nachgewiesen.</translation>
    </message>
    <message>
        <source>This Spark was reinstalled: replace its key on record by the one it shows now.</source>
        <translation>Dieser Spark wurde neu installiert: seinen bekannten Schlüssel durch den ersetzen, den er jetzt zeigt.</translation>
    </message>
    <message>
        <source>Put the network of every Spark back as it was before the set-up.</source>
        <translation>Das Netzwerk jedes Sparks wieder herstellen, wie es vor der Einrichtung war.</translation>
    </message>
    <message>
        <source>Every file comes back byte for byte; the keys between the Sparks go with the last set-up. Sparkloom&apos;s helper, its record and this computer&apos;s key stay until forget.</source>
        <translation>Jede Datei kommt Byte für Byte zurück; die Schlüssel zwischen den Sparks gehen mit der letzten Einrichtung. Helfer und Beleg von Sparkloom und der Schlüssel dieses Computers bleiben bis forget.</translation>
    </message>
    <message>
        <source>Prove every half in both directions, and SSH from each Spark to each other.</source>
        <translation>Jede Hälfte in beiden Richtungen nachweisen, und SSH von jedem Spark zu jedem anderen.</translation>
    </message>
    <message>
        <source>Address, route, the right lane, the MTU end to end. Changes nothing and needs no root. Speed is not measured here.</source>
        <translation>Adresse, Route, die richtige Spur, die MTU durchgehend. Ändert nichts und braucht kein root. Das Tempo wird hier nicht gemessen.</translation>
    </message>
    <message>
        <source>half up</source>
        <translation>halb da</translation>
    </message>
    <message>
        <source>to be plugged</source>
        <translation>zu stecken</translation>
    </message>
    <message>
        <source>lit, not proven yet</source>
        <translation>hat Verbindung, noch nicht nachgewiesen</translation>
    </message>
    <message>
        <source>not signed in</source>
        <translation>nicht angemeldet</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>verbindet</translation>
    </message>
    <message>
        <source>fingerprint not accepted</source>
        <translation>Fingerabdruck nicht angenommen</translation>
    </message>
    <message>
        <source>host key changed</source>
        <translation>Host-Schlüssel ist ein anderer</translation>
    </message>
    <message>
        <source>signing in</source>
        <translation>meldet an</translation>
    </message>
    <message>
        <source>installing this computer&apos;s key</source>
        <translation>hinterlegt den Schlüssel dieses Computers</translation>
    </message>
    <message>
        <source>copying the helper program</source>
        <translation>kopiert das Hilfsprogramm</translation>
    </message>
    <message>
        <source>looking at hardware and network</source>
        <translation>sieht Hardware und Netz an</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>bereit</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>misslungen</translation>
    </message>
    <message>
        <source>connection lost</source>
        <translation>Verbindung verloren</translation>
    </message>
    <message>
        <source>not set up</source>
        <translation>nicht eingerichtet</translation>
    </message>
    <message>
        <source>as planned</source>
        <translation>wie geplant</translation>
    </message>
    <message>
        <source>differs from the plan</source>
        <translation>weicht vom Plan ab</translation>
    </message>
    <message>
        <source>half applied</source>
        <translation>halb angewandt</translation>
    </message>
    <message>
        <source>unreachable</source>
        <translation>unerreichbar</translation>
    </message>
    <message>
        <source>address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>right lane</source>
        <translation>richtige Spur</translation>
    </message>
    <message>
        <source>route</source>
        <translation>Route</translation>
    </message>
    <message>
        <source>SSH by name</source>
        <translation>SSH mit Namen</translation>
    </message>
    <message>
        <source>SSH over the lane</source>
        <translation>SSH über die Spur</translation>
    </message>
    <message>
        <source>management network</source>
        <translation>Verwaltungsnetz</translation>
    </message>
    <message>
        <source>IPv6 off</source>
        <translation>IPv6 aus</translation>
    </message>
    <message>
        <source>not tested</source>
        <translation>nicht geprüft</translation>
    </message>
    <message>
        <source>neighbour table</source>
        <translation>Nachbartabelle</translation>
    </message>
    <message>
        <source>counters</source>
        <translation>Zähler</translation>
    </message>
    <message>
        <source>IPv4 probe</source>
        <translation>IPv4-Probe</translation>
    </message>
    <message>
        <source>IPv6 probe</source>
        <translation>IPv6-Probe</translation>
    </message>
    <message>
        <source>direct frame</source>
        <translation>direktes Paket</translation>
    </message>
    <message>
        <source>frame through a switch</source>
        <translation>Paket durch einen Switch</translation>
    </message>
    <message>
        <source>raw frame</source>
        <translation>rohes Paket</translation>
    </message>
    <message>
        <source>serial number of the plug</source>
        <translation>Seriennummer des Steckers</translation>
    </message>
    <message>
        <source>seen when it was unplugged</source>
        <translation>beim Ziehen gesehen</translation>
    </message>
    <message>
        <source>%1 cage %2</source>
        <translation>%1 Käfig %2</translation>
    </message>
    <message>
        <source>switch</source>
        <translation>Switch</translation>
    </message>
    <message>
        <source>certain</source>
        <translation>sicher</translation>
    </message>
    <message>
        <source>probable</source>
        <translation>wahrscheinlich</translation>
    </message>
    <message>
        <source>not recognised as a Spark</source>
        <translation>nicht als Spark erkannt</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source> [y/N] </source>
        <translation> [j/N] </translation>
    </message>
    <message>
        <source>The form to reach: pair, pair2, ring, star, star2, line or split (default: what is cabled).</source>
        <translation>Die Form, die erreicht werden soll: pair, pair2, ring, star, star2, line oder split (ohne Angabe: was verkabelt ist).</translation>
    </message>
    <message>
        <source>The way to %1:</source>
        <translation>Der Weg zu dieser Form (%1):</translation>
    </message>
    <message>
        <source>storage</source>
        <translation>Netzwerkspeicher</translation>
    </message>
    <message>
        <source> [OPTIONS]</source>
        <translation> [OPTIONEN]</translation>
    </message>
    <message>
        <source>Apply all the same: &quot;busy&quot; although the fabric is in use, &quot;take-over&quot; although network files of others are replaced. May be given twice.</source>
        <translation>Trotzdem anwenden: „busy“, obwohl der Verbund benutzt wird, „take-over“, obwohl Netzwerkdateien anderer ersetzt werden. Darf zweimal stehen.</translation>
    </message>
    <message>
        <source>Let the cable in a socket of a virtual Spark carry no more than this.</source>
        <translation>Das Kabel in einer Buchse eines virtuellen Sparks nicht mehr als dies tragen lassen.</translation>
    </message>
    <message>
        <source>In Gb/s, per direction; 0 takes the limit away.</source>
        <translation>In Gb/s, je Richtung; 0 hebt die Grenze auf.</translation>
    </message>
    <message>
        <source>Let virtual Sparks have a fault, or take it away.</source>
        <translation>Virtuelle Sparks einen Fehler haben lassen oder ihn wegnehmen.</translation>
    </message>
    <message>
        <source>FAULT is an id or a name (sparkloom-sim --faults names them all). PLACE is a Spark (spark-a), a cage (spark-a:0), a half
(spark-a:0B), the cable in a cage (cable:spark-a:0), or the switch port that it leads to (port:spark-a:0).</source>
        <translation>FAULT ist eine Kennung oder ein Name (sparkloom-sim --faults nennt sie alle). PLACE ist ein Spark (spark-a), ein Käfig
(spark-a:0), eine Hälfte (spark-a:0B), das Kabel in einem Käfig (cable:spark-a:0) oder der Switch-Port, zu dem es führt
(port:spark-a:0).</translation>
    </message>
    <message>
        <source>Beside the ordinary commands there are plug A:CAGE B:CAGE, plug A:CAGE switch, unplug A:CAGE, slow A:CAGE GBPS,
fault on|off FAULT PLACE, and traffic KIND SECONDS SPARK SPARK...; exit ends it. The exit code is that of the last
command that did not end with 0.</source>
        <translation>Neben den gewöhnlichen Befehlen gibt es plug A:CAGE B:CAGE, plug A:CAGE switch, unplug A:CAGE, slow A:CAGE GBPS,
fault on|off FAULT PLACE und traffic KIND SECONDS SPARK SPARK...; exit beendet. Der Exit-Code ist der des letzten
Befehls, der nicht mit 0 endete.</translation>
    </message>
    <message>
        <source>Let virtual Sparks send to each other for a while.</source>
        <translation>Virtuelle Sparks eine Weile lang einander Daten senden lassen.</translation>
    </message>
    <message>
        <source>The first one sends to the second, at the speed that cable, PCIe links and CPU allow; with nccl all of them take part
in an all_gather. The counters move as on real ones. The command returns when it has begun.</source>
        <translation>Der erste sendet an den zweiten, so schnell wie Kabel, PCIe-Verbindungen und CPU es zulassen; mit nccl nehmen alle an
einem all_gather teil. Die Zähler bewegen sich wie bei echten. Der Befehl kehrt zurück, sobald es begonnen hat.</translation>
    </message>
    <message>
        <source>Take over a cluster that another computer set up.</source>
        <translation>Ein Cluster übernehmen, das ein anderer Computer eingerichtet hat.</translation>
    </message>
    <message>
        <source>Reads the records on its Sparks. One of them is enough: it names the others. Nothing is changed on them but that this
computer&apos;s public key is installed. Ends with the proof of the fabric.</source>
        <translation>Liest, was auf seinen Sparks vermerkt ist. Einer genügt: Er nennt die anderen. Auf ihnen wird nichts geändert, nur der
öffentliche Schlüssel dieses Computers kommt dazu. Endet mit dem Nachweis des Verbunds.</translation>
    </message>
    <message>
        <source>This member is gone for good; may be given several times.</source>
        <translation>Dieses Mitglied gibt es nicht mehr; mehrfach möglich.</translation>
    </message>
    <message>
        <source>Let the light of a socket blink, so that you find it.</source>
        <translation>Das Licht einer Buchse blinken lassen, damit man sie findet.</translation>
    </message>
    <message>
        <source>SOCKET is 0 (next to the network plug) or 1 (farther away). Needs sudo, changes nothing, ends by itself or with Ctrl-C.
A Spark without any cable hides its network card, so there is no light to blink.</source>
        <translation>SOCKET ist 0 (neben dem Netzwerkstecker) oder 1 (weiter weg). Braucht sudo, ändert nichts, endet von selbst oder mit Strg-C.
Ein Spark ohne Kabel verbirgt seine Netzwerkkarte, dann gibt es kein Licht, das blinken könnte.</translation>
    </message>
    <message>
        <source>How long it blinks, 1 to 60 (default: 10).</source>
        <translation>Wie lange es blinkt, 1 bis 60 (Vorgabe: 10).</translation>
    </message>
    <message>
        <source>Which cable is this? Pull any plug: the sockets that go dark are its ends.</source>
        <translation>Welches Kabel ist das? Zieh einen Stecker: Die Buchsen, die die Verbindung verlieren, sind seine Enden.</translation>
    </message>
    <message>
        <source>With --watch or --which: stop after so many seconds.</source>
        <translation>Mit --watch oder --which: nach so vielen Sekunden aufhören.</translation>
    </message>
    <message>
        <source>&quot;yes&quot;: names like spark-b-fabric in the /etc/hosts of every Spark; &quot;no&quot;: none (default: as before).</source>
        <translation>&quot;yes&quot;: Namen wie spark-b-fabric in der /etc/hosts jedes Sparks; &quot;no&quot;: keine (Vorgabe: wie bisher).</translation>
    </message>
    <message>
        <source>&quot;yes&quot;: names of the Sparks in your own SSH configuration; &quot;no&quot;: none (default: as before).</source>
        <translation>&quot;yes&quot;: Namen der Sparks in der eigenen SSH-Konfiguration; &quot;no&quot;: keine (Vorgabe: wie bisher).</translation>
    </message>
    <message>
        <source>Accept what somebody changed on the Sparks since the set-up, where that is possible.</source>
        <translation>Annehmen, was jemand seit der Einrichtung an den Sparks geändert hat, wo das möglich ist.</translation>
    </message>
    <message>
        <source>Status tells it as kept and does not count it until it changes once more. Nothing is changed on any Spark; the next apply would put it
back, and shows that first. What the cluster cannot work with is not accepted. Without a name: on all.</source>
        <translation>status nennt es als angenommen und zählt es erst wieder, wenn es sich noch einmal ändert. An keinem Spark wird etwas geändert; das nächste apply nähme es
zurück und zeigt das vorher. Womit das Cluster nicht arbeiten kann, wird nicht angenommen. Ohne Namen: auf allen.</translation>
    </message>
    <message>
        <source>Take one Spark out of the cluster; the others stay one.</source>
        <translation>Einen Spark aus dem Cluster nehmen; die anderen bleiben eines.</translation>
    </message>
    <message>
        <source>The others lose its SSH keys and the halves that faced it, and keep all else. On the one that leaves everything is undone,
and nothing of Sparkloom stays.</source>
        <translation>Die anderen verlieren seine SSH-Schlüssel und die Hälften zu ihm hin und behalten alles andere. Auf dem, der geht, wird alles
zurückgenommen, und nichts von Sparkloom bleibt.</translation>
    </message>
    <message>
        <source>It is gone for good: nothing is asked of it and nothing is done on it.</source>
        <translation>Es gibt ihn nicht mehr: Er wird nichts gefragt, und auf ihm wird nichts getan.</translation>
    </message>
    <message>
        <source>A Spark was reinstalled: let the new one take its place.</source>
        <translation>Einen neu installierten Spark an die Stelle des alten setzen.</translation>
    </message>
    <message>
        <source>Its new host key takes the place of the old one on this computer and on the other Sparks, and it gets the addresses of
the old one. Then as setup. Its name has to be typed again; with --yes its new key has to be named by --hostkey.</source>
        <translation>Sein neuer Host-Schlüssel ersetzt den alten auf diesem Computer und auf den anderen Sparks, und er bekommt die Adressen des
alten. Danach wie setup. Sein Name ist noch einmal einzugeben; mit --yes muss --hostkey seinen neuen Schlüssel nennen.</translation>
    </message>
    <message>
        <source>Compares files, addresses, MTU, settings, routes and keys with the set-up, without root, says what differs and since when,
and repairs nothing.</source>
        <translation>Vergleicht Dateien, Adressen, MTU, Einstellungen, Routen und Schlüssel mit der Einrichtung, ohne root, nennt, was seit wann
anders ist, und repariert nichts.</translation>
    </message>
    <message>
        <source>Kept as it is.</source>
        <translation>So angenommen.</translation>
    </message>
    <message>
        <source>good</source>
        <translation>gut</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>in Ordnung</translation>
    </message>
    <message>
        <source>suspect</source>
        <translation>verdächtig</translation>
    </message>
    <message>
        <source>degraded</source>
        <translation>zu langsam</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>defekt</translation>
    </message>
    <message>
        <source>invalid</source>
        <translation>ungültig</translation>
    </message>
    <message>
        <source>both</source>
        <translation>beide</translation>
    </message>
    <message>
        <source>one</source>
        <translation>eine</translation>
    </message>
    <message>
        <source>%1 or more</source>
        <translation>%1 oder mehr</translation>
    </message>
    <message>
        <source>CABLE</source>
        <translation>KABEL</translation>
    </message>
    <message>
        <source>HALVES</source>
        <translation>HÄLFTEN</translation>
    </message>
    <message>
        <source>WAYS</source>
        <translation>RICHTUNGEN</translation>
    </message>
    <message>
        <source>Gb/s</source>
        <translation>Gb/s</translation>
    </message>
    <message>
        <source>RUNS</source>
        <translation>LÄUFE</translation>
    </message>
    <message>
        <source>EXPECTED</source>
        <translation>ERWARTET</translation>
    </message>
    <message>
        <source>RESENT</source>
        <translation>WIEDERHOLT</translation>
    </message>
    <message>
        <source>CORES</source>
        <translation>KERNE</translation>
    </message>
    <message>
        <source>VERDICT</source>
        <translation>URTEIL</translation>
    </message>
    <message>
        <source>Expected: %1</source>
        <translation>Erwartet: %1</translation>
    </message>
    <message>
        <source>%1 of %2, about %3 s left: %4</source>
        <translation>%1 von %2, noch etwa %3 s: %4</translation>
    </message>
    <message>
        <source>Measure what the cables carry, and say what that proves.</source>
        <translation>Messen, was die Kabel tragen, und sagen, was das nachweist.</translation>
    </message>
    <message>
        <source>Only this cable (its number).</source>
        <translation>Nur dieses Kabel (seine Nummer).</translation>
    </message>
    <message>
        <source>Only between two Sparks; give it twice.</source>
        <translation>Nur zwischen zwei Sparks; zweimal angeben.</translation>
    </message>
    <message>
        <source>TCP streams on each half, 1 to 64 (default: 16).</source>
        <translation>TCP-Datenströme auf jeder Hälfte, 1 bis 64 (Vorgabe: 16).</translation>
    </message>
    <message>
        <source>Show what every cable, lane and direction carries, live.</source>
        <translation>Live zeigen, was jedes Kabel, jede Spur und jede Richtung trägt.</translation>
    </message>
    <message>
        <source>Read from the counters of every Spark, RDMA included; nothing is changed. What is not known is shown so, never as
zero. NOW is the mean of the last 100 ms, PEAK the largest mean of 250 ms. On a terminal it draws bars, else it
prints lines; with --json one document per line, four times a second. End with Ctrl-C.</source>
        <translation>Aus den Zählern jedes Sparks gelesen, RDMA eingeschlossen; geändert wird nichts. Was nicht bekannt ist, steht so da, nie als
Null. JETZT ist das Mittel der letzten 100 ms, SPITZE das größte Mittel über 250 ms. Im Terminal mit Balken, sonst
in Zeilen; mit --json ein Dokument pro Zeile, viermal in der Sekunde. Ende mit Strg-C.</translation>
    </message>
    <message>
        <source>Stop after so many seconds.</source>
        <translation>Nach so vielen Sekunden aufhören.</translation>
    </message>
    <message>
        <source>Samples per second, 10 to 50 (default: 20).</source>
        <translation>Messungen pro Sekunde, 10 bis 50 (Standard: 20).</translation>
    </message>
    <message>
        <source>Cable %1: %2 - %3</source>
        <translation>Kabel %1: %2 – %3</translation>
    </message>
    <message>
        <source>%1 (not seen now)</source>
        <translation>%1 (gerade nicht zu sehen)</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>nicht da</translation>
    </message>
    <message>
        <source>has carried nothing so far</source>
        <translation>hat bisher nichts getragen</translation>
    </message>
    <message>
        <source>%1 of %2 Gb/s</source>
        <translation>%1 von %2 Gb/s</translation>
    </message>
    <message>
        <source>, RDMA %1, TCP %2</source>
        <translation>, RDMA %1, TCP %2</translation>
    </message>
    <message>
        <source>%1  peak %2  total %3</source>
        <translation>%1  Spitze %2  gesamt %3</translation>
    </message>
    <message>
        <source>%1 samples per second, the last one %2 ms ago</source>
        <translation>%1 Messungen pro Sekunde, die letzte vor %2 ms</translation>
    </message>
    <message>
        <source>no sample yet</source>
        <translation>noch keine Messung</translation>
    </message>
    <message>
        <source>%1  %2  sends %3  receives %4  both %5 Gb/s</source>
        <translation>%1  %2  sendet %3  empfängt %4  beides %5 Gb/s</translation>
    </message>
    <message>
        <source>PEAK</source>
        <translation>SPITZE</translation>
    </message>
    <message>
        <source>NOW </source>
        <translation>JETZT </translation>
    </message>
    <message>
        <source>   lane %1</source>
        <translation>   Spur %1</translation>
    </message>
    <message>
        <source>%1 cage %2: other end not known</source>
        <translation>%1 Käfig %2: anderes Ende nicht bekannt</translation>
    </message>
    <message>
        <source>cable %1  %2  %3  (%4)  peak %5</source>
        <translation>Kabel %1  %2  %3  (%4)  Spitze %5</translation>
    </message>
    <message>
        <source>DIRECTION</source>
        <translation>RICHTUNG</translation>
    </message>
    <message>
        <source>TOTAL</source>
        <translation>GESAMT</translation>
    </message>
    <message>
        <source>LANE A</source>
        <translation>SPUR A</translation>
    </message>
    <message>
        <source>LANE B</source>
        <translation>SPUR B</translation>
    </message>
    <message>
        <source>%1 GiB</source>
        <translation>%1 GiB</translation>
    </message>
    <message>
        <source>%1 MiB</source>
        <translation>%1 MiB</translation>
    </message>
    <message>
        <source> in place</source>
        <translation> an Ort</translation>
    </message>
    <message>
        <source>Settings of %1: %2</source>
        <translation>Einstellungen von %1: %2</translation>
    </message>
    <message>
        <source>Inherited, and not passed on: %1</source>
        <translation>Geerbt und nicht weitergegeben: %1</translation>
    </message>
    <message>
        <source>COLLECTIVE</source>
        <translation>KOLLEKTIVE</translation>
    </message>
    <message>
        <source>SIZE</source>
        <translation>GRÖSSE</translation>
    </message>
    <message>
        <source>TIME us</source>
        <translation>ZEIT us</translation>
    </message>
    <message>
        <source>ALGBW GB/s</source>
        <translation>ALGBW GB/s</translation>
    </message>
    <message>
        <source>BUSBW GB/s</source>
        <translation>BUSBW GB/s</translation>
    </message>
    <message>
        <source>WRONG</source>
        <translation>FALSCH</translation>
    </message>
    <message>
        <source>It is due to %1:</source>
        <translation>Es liegt an %1:</translation>
    </message>
    <message>
        <source>p50 us</source>
        <translation>p50 us</translation>
    </message>
    <message>
        <source>p99 us</source>
        <translation>p99 us</translation>
    </message>
    <message>
        <source>p99.9 us</source>
        <translation>p99.9 us</translation>
    </message>
    <message>
        <source>under load</source>
        <translation>unter Last</translation>
    </message>
    <message>
        <source>tcp: every half alone, all halves of a cable together, each direction by itself; with several cables also all of
them at once. The receiver&apos;s figure is the result, and the counters of the receiving half must agree with it.
rdma: the same over RDMA, which AI jobs use, with data that are compared; then the latency of each cable, idle
and under load. libibverbs must be on every Spark.
nccl: NCCL&apos;s collectives between all Sparks, measured and checked as nccl-tests does, without MPI.
ladder: link, PCIe, addresses, large packets and lane, each half, both halves, both directions, latency, NCCL,
TCP; it stops at the first rung that fails and says what was therefore not tested. --quick takes about 30 s for a
pair, --full 3 minutes, --soak goes on under load and tells which error counters grew.
All load the cables fully while they run, change nothing and need no root.
Each figure is measured three times, with --quick once; what then looks slow is measured twice more.</source>
        <translation>tcp: jede Hälfte allein, alle Hälften eines Kabels zusammen, jede Richtung für sich; bei mehreren Kabeln auch alle
zugleich. Der Wert des Empfängers ist das Ergebnis, und die Zähler der empfangenden Hälfte müssen dazu passen.
rdma: dasselbe über RDMA, das KI-Aufträge nutzen, mit Daten, die verglichen werden; dann die Latenz jedes Kabels, in Ruhe
und unter Last. libibverbs muss auf jedem Spark sein.
nccl: NCCLs Kollektive zwischen allen Sparks, gemessen und geprüft wie von nccl-tests, ohne MPI.
ladder: Verbindung, PCIe, Adressen, große Pakete und Spur, jede Hälfte, beide Hälften, beide Richtungen, Latenz, NCCL,
TCP; sie endet an der ersten Sprosse, die misslingt, und sagt, was deshalb nicht geprüft wurde. --quick dauert etwa 30 s für ein
Paar, --full 3 Minuten, --soak geht unter Last weiter und nennt die Fehlerzähler, die stiegen.
Alle belasten die Kabel voll, solange sie laufen, ändern nichts und brauchen kein root.
Jeder Wert wird dreimal gemessen, mit --quick einmal; was dann langsam aussieht, noch zweimal.</translation>
    </message>
    <message>
        <source>Length of one run, 1 to 600 (default: 3, with --quick 2, ladder 1).</source>
        <translation>Dauer eines Laufs, 1 bis 600 (Vorgabe: 3, mit --quick 2, ladder 1).</translation>
    </message>
    <message>
        <source>tcp, rdma: both directions at the same time, too.</source>
        <translation>tcp, rdma: auch beide Richtungen gleichzeitig.</translation>
    </message>
    <message>
        <source>One run of each; tcp, rdma: only all halves together.</source>
        <translation>Je ein Lauf; tcp, rdma: nur alle Hälften zusammen.</translation>
    </message>
    <message>
        <source>ladder: all collectives of NCCL, too.</source>
        <translation>ladder: auch alle Kollektive von NCCL.</translation>
    </message>
    <message>
        <source>ladder: then load on everything for this time: 90s, 30m, 12h.</source>
        <translation>ladder: danach so lange Last auf allem: 90s, 30m, 12h.</translation>
    </message>
    <message>
        <source>rdma: READ instead of WRITE.</source>
        <translation>rdma: READ statt WRITE.</translation>
    </message>
    <message>
        <source>rdma: SEND instead of WRITE.</source>
        <translation>rdma: SEND statt WRITE.</translation>
    </message>
    <message>
        <source>rdma: queue pairs on each half, 1 to 64 (default: 4).</source>
        <translation>rdma: Queue Pairs auf jeder Hälfte, 1 bis 64 (sonst: 4).</translation>
    </message>
    <message>
        <source>rdma: size of a message, 1 to 64M (default: 64K).</source>
        <translation>rdma: Größe einer Nachricht, 1 bis 64M (sonst: 64K).</translation>
    </message>
    <message>
        <source>rdma: only the latency.</source>
        <translation>rdma: nur die Latenz.</translation>
    </message>
    <message>
        <source>nccl: only this one (all_gather, all_reduce, ...); may be given more than once.</source>
        <translation>nccl: nur diese (all_gather, all_reduce, ...); auch mehrmals.</translation>
    </message>
    <message>
        <source>nccl: from the smallest to the largest size (default: 32M:1G).</source>
        <translation>nccl: von der kleinsten zur größten Größe (Vorgabe: 32M:1G).</translation>
    </message>
    <message>
        <source>nccl: operations of each size, 1 to 10000 (default: 20).</source>
        <translation>nccl: Operationen jeder Größe, 1 bis 10000 (Vorgabe: 20).</translation>
    </message>
    <message>
        <source>nccl: in place, too.</source>
        <translation>nccl: auch an Ort und Stelle.</translation>
    </message>
    <message>
        <source>nccl: libnccl.so.2 on every Spark (default: looked for).</source>
        <translation>nccl: libnccl.so.2 auf jedem Spark (Vorgabe: wird gesucht).</translation>
    </message>
    <message>
        <source>nccl: beside a model server or with little free memory, too.</source>
        <translation>nccl: auch neben einem Modellserver oder mit wenig freiem Speicher.</translation>
    </message>
    <message>
        <source> (root)</source>
        <translation> (root)</translation>
    </message>
    <message>
        <source>storage %1</source>
        <translation>Netzwerkspeicher %1</translation>
    </message>
    <message>
        <source>LANE</source>
        <translation>SPUR</translation>
    </message>
    <message>
        <source>SUBNET</source>
        <translation>SUBNETZ</translation>
    </message>
    <message>
        <source>stays</source>
        <translation>bleibt</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>changes</source>
        <translation>ändert sich</translation>
    </message>
    <message>
        <source>goes</source>
        <translation>entfällt</translation>
    </message>
    <message>
        <source>BEFORE</source>
        <translation>VORHER</translation>
    </message>
    <message>
        <source>AFTER</source>
        <translation>NACHHER</translation>
    </message>
    <message>
        <source>THIS HALF</source>
        <translation>DIESE HÄLFTE</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>dieser Computer</translation>
    </message>
    <message>
        <source>Form: %1, MTU %2</source>
        <translation>Form: %1, MTU %2</translation>
    </message>
    <message>
        <source>Look at unknown sockets with sudo: serial numbers, raw frames, a switch&apos;s name.</source>
        <translation>Unbekannte Buchsen mit sudo ansehen: Seriennummern, rohe Frames, Name eines Switches.</translation>
    </message>
    <message>
        <source>Give the Sparks that lack NCCL the library of another Spark, for the tests.</source>
        <translation>Gibt den Sparks, denen NCCL fehlt, für die Tests die Bibliothek eines anderen Sparks.</translation>
    </message>
    <message>
        <source>Take back what was copied.</source>
        <translation>Zurücknehmen, was kopiert wurde.</translation>
    </message>
    <message>
        <source>iperf3 Gb/s</source>
        <translation>iperf3 Gb/s</translation>
    </message>
    <message>
        <source>RATIO</source>
        <translation>VERHÄLTNIS</translation>
    </message>
    <message>
        <source>iperf3 CORES</source>
        <translation>iperf3 KERNE</translation>
    </message>
    <message>
        <source>tcp: then each half by iperf3, too, where the Sparks have it, with both figures and their ratio.</source>
        <translation>tcp: danach jede Hälfte auch mit iperf3, wo die Sparks es haben, mit beiden Werten und ihrem Verhältnis.</translation>
    </message>
    <message>
        <source>%1 % done</source>
        <translation>%1 % erledigt</translation>
    </message>
    <message>
        <source>Shows first what would be copied from where to where, with its hash. The file goes to the home of the user
(~/.local/share/sparkloom/nccl), needs no root and changes nothing of the system: other programs go on with what they
have. Also where a Spark has another version than the others. --undo takes every copy back. Where no Spark has NCCL,
one fetches the package libnccl2 from its own repositories: shown first, too, and only the library is taken out of it.</source>
        <translation>Zeigt zuerst, was von wo nach wo kopiert würde, mit seinem Hash. Die Datei kommt in den Home-Ordner des Benutzers
(~/.local/share/sparkloom/nccl), braucht kein root und ändert nichts am System: Andere Programme arbeiten weiter mit dem,
was sie haben. Auch dort, wo ein Spark eine andere Version hat als die übrigen. --undo nimmt jede Kopie zurück. Hat kein
Spark NCCL, holt einer das Paket libnccl2 aus seinen eigenen Paketquellen: Auch das wird zuerst gezeigt, und nur die
Bibliothek wird daraus genommen.</translation>
    </message>
    <message>
        <source>Copy from this Spark, or let it fetch the package (default: the newest library made for its GPU).</source>
        <translation>Von diesem Spark kopieren oder ihn das Paket holen lassen (Vorgabe: die neueste Bibliothek für seine GPU).</translation>
    </message>
</context>
<context>
    <name>sparkloom::viewmodels::AddressesViewModel</name>
    <message>
        <source>This is no IPv4 address. One looks like 10.100.0.1.</source>
        <translation>Das ist keine IPv4-Adresse. Eine sieht aus wie 10.100.0.1.</translation>
    </message>
    <message>
        <source>To storage, lane %1</source>
        <translation>Zum Netzwerkspeicher, Spur %1</translation>
    </message>
    <message>
        <source>Cable %1, lane %2</source>
        <translation>Kabel %1, Spur %2</translation>
    </message>
    <message>
        <source>All halves %1</source>
        <translation>Alle Hälften %1</translation>
    </message>
    <message>
        <source>This is no network. One looks like 10.100.0.0/16.</source>
        <translation>Das ist kein Netz. Eines sieht aus wie 10.100.0.0/16.</translation>
    </message>
</context>
<context>
    <name>sparkloom::viewmodels::AdoptViewModel</name>
    <message>
        <source>This computer does not know the cluster that these Sparks are set up as.</source>
        <translation>Dieser Computer kennt den Cluster nicht, als der diese Sparks eingerichtet sind.</translation>
    </message>
    <message>
        <source>These Sparks are set up as more than one cluster.</source>
        <translation>Diese Sparks sind als mehr als ein Cluster eingerichtet.</translation>
    </message>
    <message>
        <source>Reading the records on the Sparks.</source>
        <translation>Die Belege auf den Sparks werden gelesen.</translation>
    </message>
    <message>
        <source>Also part of this cluster: %1</source>
        <translation>Gehört auch zu diesem Cluster: %1</translation>
    </message>
    <message>
        <source>Sign in to %1 as well; then the cluster is taken over.</source>
        <translation>Auch bei %1 anmelden; dann wird der Cluster übernommen.</translation>
    </message>
    <message>
        <source>Taking it over reads the records on its Sparks and changes nothing on them. Afterwards it can be proven, watched and changed from here.</source>
        <translation>Beim Übernehmen werden die Belege auf seinen Sparks gelesen; geändert wird dort nichts. Danach kann er von hier aus nachgewiesen, beobachtet und geändert werden.</translation>
    </message>
    <message>
        <source>The records of the others say so. Sign in there, too, or leave out who is gone for good.</source>
        <translation>Das sagen die Belege der anderen. Auch dort anmelden, oder auslassen, wer für immer weg ist.</translation>
    </message>
    <message>
        <source>Without a set-up on record: %1</source>
        <translation>Ohne Beleg einer Einrichtung: %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Take it over</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Work is under way</source>
        <translation>Es wird gearbeitet</translation>
    </message>
    <message>
        <source>Sign in to all Sparks of the list first</source>
        <translation>Zuerst bei allen Sparks der Liste anmelden</translation>
    </message>
    <message>
        <source>Sign in there, too</source>
        <translation>Auch dort anmelden</translation>
    </message>
    <message>
        <source>Gone for good: leave out</source>
        <translation>Für immer weg: auslassen</translation>
    </message>
    <message>
        <source>Prove it</source>
        <translation>Nachweisen</translation>
    </message>
</context>
<context>
    <name>sparkloom::viewmodels::ApplyViewModel</name>
    <message>
        <source>Take it back all the same</source>
        <translation>Trotzdem zurücknehmen</translation>
    </message>
    <message>
        <source>Take it out all the same</source>
        <translation>Trotzdem herausnehmen</translation>
    </message>
    <message>
        <source>Forget all the same</source>
        <translation>Trotzdem vergessen</translation>
    </message>
    <message>
        <source>Undo it all the same</source>
        <translation>Trotzdem rückgängig machen</translation>
    </message>
    <message>
        <source>Wait until it has finished, or go on all the same: that work then breaks off.</source>
        <translation>Warten Sie, bis sie fertig ist, oder machen Sie trotzdem weiter: Diese Arbeit bricht dann ab.</translation>
    </message>
    <message>
        <source>Nothing was changed on any Spark.</source>
        <translation>Auf keinem Spark wurde etwas geändert.</translation>
    </message>
    <message>
        <source>This was not begun: somebody works on the fabric.</source>
        <translation>Dies wurde nicht begonnen: Jemand arbeitet auf dem Verbund.</translation>
    </message>
    <message numerus="yes">
        <source>If this computer went away now, every Spark would go back by itself in %n second(s).</source>
        <translation>
            <numerusform>Wäre dieser Computer jetzt weg, ginge jeder Spark in %n Sekunde von selbst zurück.</numerusform>
            <numerusform>Wäre dieser Computer jetzt weg, ginge jeder Spark in %n Sekunden von selbst zurück.</numerusform>
        </translation>
    </message>
    <message>
        <source>Taking everything back.</source>
        <translation>Alles wird zurückgenommen.</translation>
    </message>
    <message>
        <source>Putting the Sparks back as they were.</source>
        <translation>Die Sparks werden zurückversetzt.</translation>
    </message>
    <message>
        <source>Setting up the Sparks.</source>
        <translation>Die Sparks werden eingerichtet.</translation>
    </message>
    <message>
        <source>The Sparks are as they were before.</source>
        <translation>Die Sparks sind wieder wie vorher.</translation>
    </message>
    <message>
        <source>The Sparks are set up.</source>
        <translation>Die Sparks sind eingerichtet.</translation>
    </message>
    <message>
        <source>The Sparks differ: some are set up, some are not.</source>
        <translation>Die Sparks sind verschieden: manche eingerichtet, manche nicht.</translation>
    </message>
    <message>
        <source>The Sparks could not be put back.</source>
        <translation>Die Sparks ließen sich nicht zurückversetzen.</translation>
    </message>
    <message>
        <source>Nothing was changed: all was taken back.</source>
        <translation>Nichts wurde geändert: alles wurde zurückgenommen.</translation>
    </message>
    <message>
        <source>Nothing has been started.</source>
        <translation>Es wurde noch nichts begonnen.</translation>
    </message>
    <message>
        <source>The addresses are tried first and proven on a fresh connection; only then are they kept.</source>
        <translation>Die Adressen werden erst ausprobiert und über eine neue Verbindung geprüft; erst dann bleiben sie.</translation>
    </message>
    <message>
        <source>Finish what was begun, or take it back on all of them. Both can be repeated.</source>
        <translation>Bringen Sie zu Ende, was begonnen wurde, oder nehmen Sie es auf allen zurück. Beides lässt sich wiederholen.</translation>
    </message>
    <message>
        <source>The settings survive a restart. Next, every half is proven in both directions.</source>
        <translation>Die Einstellungen überstehen einen Neustart. Als Nächstes wird jede Hälfte in beiden Richtungen geprüft.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Going back to how it was</source>
        <translation>Der alte Zustand wird hergestellt</translation>
    </message>
    <message>
        <source>Work is under way</source>
        <translation>Die Arbeit läuft</translation>
    </message>
    <message>
        <source>Prove it</source>
        <translation>Nachweisen</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Zu Ende bringen</translation>
    </message>
    <message>
        <source>Back to the plan</source>
        <translation>Zurück zum Plan</translation>
    </message>
    <message>
        <source>Nothing has been started</source>
        <translation>Es wurde noch nichts begonnen</translation>
    </message>
    <message>
        <source>%1 s</source>
        <extracomment>seconds that are left</extracomment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>The safety timer is off. Nothing goes back by itself any more.</source>
        <translation>Die Sicherheitsuhr steht. Von selbst geht nichts mehr zurück.</translation>
    </message>
    <message>
        <source>The safety timer has not been started yet: nothing has been changed so far.</source>
        <translation>Die Sicherheitsuhr läuft noch nicht: Bisher wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Every set-up is taken back, then helper, keys and records are removed.</source>
        <translation>Jede Einrichtung wird zurückgenommen, dann werden Hilfsprogramm, Schlüssel und Belege entfernt.</translation>
    </message>
    <message>
        <source>Not set up. Everything goes back by itself.</source>
        <translation>Nicht eingerichtet. Alles geht von selbst zurück.</translation>
    </message>
    <message>
        <source>No safety timer runs at the moment.</source>
        <translation>Im Augenblick läuft keine Sicherheitsuhr.</translation>
    </message>
    <message>
        <source>Taking %1 out of the cluster.</source>
        <translation>%1 wird aus dem Cluster genommen.</translation>
    </message>
    <message>
        <source>%1 is no part of the cluster any more.</source>
        <translation>%1 gehört nicht mehr zum Cluster.</translation>
    </message>
    <message>
        <source>%1 could not be taken out.</source>
        <translation>%1 konnte nicht herausgenommen werden.</translation>
    </message>
    <message>
        <source>Stopping. The Sparks stay set up.</source>
        <translation>Wird angehalten. Die Sparks bleiben eingerichtet.</translation>
    </message>
    <message>
        <source>Stopping. What is not final yet is taken back.</source>
        <translation>Es wird angehalten. Was noch nicht endgültig ist, wird zurückgenommen.</translation>
    </message>
    <message>
        <source>It could not be taken back: the Sparks may still differ.</source>
        <translation>Es ließ sich nicht zurücknehmen: Die Sparks können noch verschieden sein.</translation>
    </message>
    <message>
        <source>It could not be finished: the Sparks may still differ.</source>
        <translation>Es ließ sich nicht zu Ende bringen: Die Sparks können noch verschieden sein.</translation>
    </message>
    <message>
        <source>It is being made final, which cannot be stopped. Undo on the page Prove can take it back later.</source>
        <translation>Es wird jetzt endgültig, das lässt sich nicht anhalten. Auf der Seite Nachweisen lässt es sich später rückgängig machen.</translation>
    </message>
    <message>
        <source>It is being made final, which cannot be stopped.</source>
        <translation>Es wird jetzt endgültig, das lässt sich nicht anhalten.</translation>
    </message>
    <message>
        <source>The earlier settings are tried first; they are kept once every Spark can be reached with them.</source>
        <translation>Die früheren Einstellungen werden erst ausprobiert; sie bleiben, sobald jeder Spark damit erreichbar ist.</translation>
    </message>
    <message>
        <source>Taking it back can be repeated. What is back already stays as it is.</source>
        <translation>Das Zurücknehmen lässt sich wiederholen. Was schon zurück ist, bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>Finish what was begun. Settings that are back on one Spark cannot be taken forward again.</source>
        <translation>Bringen Sie zu Ende, was begonnen wurde. Was auf einem Spark schon zurückgestellt ist, lässt sich nicht wieder vorwärts bringen.</translation>
    </message>
    <message>
        <source>It was cancelled.</source>
        <translation>Es wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The others are as they were before the set-up.</source>
        <translation>Die anderen sind, wie sie vor der Einrichtung waren.</translation>
    </message>
    <message>
        <source>The others stay set up. Next, every half is proven in both directions.</source>
        <translation>Die anderen bleiben eingerichtet. Als Nächstes wird jede Hälfte in beiden Richtungen nachgewiesen.</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Wird angehalten</translation>
    </message>
    <message>
        <source>Back to the Sparks</source>
        <translation>Zurück zu den Sparks</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Wieder anmelden</translation>
    </message>
    <message>
        <source>Cancel and take back</source>
        <translation>Abbrechen und zurücknehmen</translation>
    </message>
    <message>
        <source>Stop, and stay set up</source>
        <translation>Anhalten und eingerichtet bleiben</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Nothing was changed: an earlier change is still open.</source>
        <translation>Nichts wurde geändert: Eine frühere Änderung ist noch offen.</translation>
    </message>
    <message>
        <source>Decide now</source>
        <translation>Jetzt entscheiden</translation>
    </message>
</context>
<context>
    <name>sparkloom::viewmodels::CableViewModel</name>
    <message>
        <source>Looking closer: the plugs are read, frames are sent, and what switches say is listened to. This takes up to half a minute.</source>
        <translation>Genauer hinsehen: Die Stecker werden ausgelesen, Datenpakete gesendet, und was Switches sagen, wird gehört. Das dauert bis zu einer halben Minute.</translation>
    </message>
    <message>
        <source>Where a cable leads could not be found out so far. With sudo, Sparkloom reads the plugs and sends frames into the cables.</source>
        <translation>Wohin ein Kabel führt, ließ sich bisher nicht herausfinden. Mit sudo liest Sparkloom die Stecker aus und sendet Datenpakete in die Kabel.</translation>
    </message>
    <message numerus="yes">
        <source>%n more cable(s) changed, too.</source>
        <translation>
            <numerusform>Noch %n Kabel ist anders.</numerusform>
            <numerusform>Noch %n Kabel sind anders.</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking at the cables.</source>
        <translation>Die Kabel werden angesehen.</translation>
    </message>
    <message>
        <source>All cables are in place.</source>
        <translation>Alle Kabel sitzen.</translation>
    </message>
    <message>
        <source>One end is in. Drag the other end, which hangs loose, into a free socket.</source>
        <translation>Ein Ende steckt. Ziehen Sie das andere, lose Ende in eine freie Buchse.</translation>
    </message>
    <message>
        <source>Every cable has both lanes up. Next you see what is to be changed, before anything is.</source>
        <translation>Jedes Kabel hat beide Spuren. Als Nächstes sehen Sie, was geändert werden soll, bevor etwas geschieht.</translation>
    </message>
    <message>
        <source>Pull tab up; push until it clicks.</source>
        <translation>Zuglasche nach oben; drücken, bis es klickt.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n cable(s) in place</source>
        <translation>
            <numerusform>%1 von %n Kabel am richtigen Platz</numerusform>
            <numerusform>%1 von %n Kabeln am richtigen Platz</numerusform>
        </translation>
    </message>
    <message>
        <source>plugging</source>
        <translation>wird gesteckt</translation>
    </message>
    <message>
        <source>one lane is up, waiting for the second</source>
        <translation>eine Spur ist da, die zweite kommt noch</translation>
    </message>
    <message>
        <source>a link is up, finding out where it leads</source>
        <translation>eine Verbindung ist da, wohin sie führt, wird ermittelt</translation>
    </message>
    <message>
        <source>both lanes up, %1 Gb/s</source>
        <translation>beide Spuren da, %1 Gb/s</translation>
    </message>
    <message>
        <source>both lanes up</source>
        <translation>beide Spuren da</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message numerus="yes">
        <source>%n cable(s) still to be plugged</source>
        <translation>
            <numerusform>Noch %n Kabel ist zu stecken</numerusform>
            <numerusform>Noch %n Kabel sind zu stecken</numerusform>
        </translation>
    </message>
    <message>
        <source>The cables are being looked at</source>
        <translation>Die Kabel werden angesehen</translation>
    </message>
    <message>
        <source>No cable is plugged.</source>
        <translation>Es steckt kein Kabel.</translation>
    </message>
    <message>
        <source>the switch</source>
        <translation>der Switch</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Cable %1</source>
        <translation>Kabel %1</translation>
    </message>
    <message>
        <source>A cable that is not needed</source>
        <translation>Ein Kabel, das nicht gebraucht wird</translation>
    </message>
    <message>
        <source>A cable</source>
        <translation>Ein Kabel</translation>
    </message>
    <message>
        <source>%1: %2 – %3: %4.</source>
        <extracomment>a cable, its two ends, its state</extracomment>
        <translation>%1: %2 – %3: %4.</translation>
    </message>
    <message>
        <source>A socket of the switch.</source>
        <translation>Eine Buchse des Switches.</translation>
    </message>
    <message>
        <source>%1, %2: a cable is plugged, one half has a link.</source>
        <translation>%1, %2: ein Kabel steckt, eine Hälfte hat Verbindung.</translation>
    </message>
    <message>
        <source>%1, %2: a cable is plugged; where it leads is not known.</source>
        <translation>%1, %2: ein Kabel steckt; wohin es führt, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>%1, %2: nothing is plugged here.</source>
        <translation>%1, %2: hier steckt nichts.</translation>
    </message>
    <message>
        <source>This socket is in use. Drop the cable on a free one.</source>
        <translation>Diese Buchse ist belegt. Lassen Sie das Kabel über einer freien los.</translation>
    </message>
    <message>
        <source>storage</source>
        <translation>Netzwerkspeicher</translation>
    </message>
    <message>
        <source>Form: %1</source>
        <translation>Form: %1</translation>
    </message>
    <message>
        <source>This cable joins %1 with %2.</source>
        <extracomment>the two ends of the cable whose plug was pulled</extracomment>
        <translation>Dieses Kabel verbindet %1 mit %2.</translation>
    </message>
    <message>
        <source>This is the cable at %1. Its other end is in a switch, in storage, or in a Spark that is not here.</source>
        <translation>Das ist das Kabel an %1. Sein anderes Ende steckt in einem Switch, im Netzwerkspeicher oder in einem Spark, der nicht dazugehört.</translation>
    </message>
    <message>
        <source>More than one cable went dark at once. Put them back, and pull one alone.</source>
        <translation>Mehr als ein Kabel verlor zugleich die Verbindung. Bitte zurückstecken und eines allein ziehen.</translation>
    </message>
    <message>
        <source>Pull any plug, at either end: you are told which cable it is. Nothing is lost by it.</source>
        <translation>Ziehen Sie irgendeinen Stecker, an einem der Enden: Hier steht dann, welches Kabel es ist. Verloren geht dabei nichts.</translation>
    </message>
    <message>
        <source>Put the plug back where it was.</source>
        <translation>Stecken Sie den Stecker wieder dorthin, wo er war.</translation>
    </message>
    <message>
        <source>It is back in its place.</source>
        <translation>Es ist wieder an seinem Platz.</translation>
    </message>
    <message>
        <source>The plug is now somewhere else.</source>
        <translation>Der Stecker ist jetzt woanders.</translation>
    </message>
    <message>
        <source>Choose a socket of a Spark on the map first, with a click or the arrow keys. A switch has no light that Sparkloom could blink.</source>
        <translation>Wählen Sie zuerst auf der Karte eine Buchse eines Sparks, mit einem Klick oder den Pfeiltasten. Ein Switch hat kein Licht, das Sparkloom blinken lassen könnte.</translation>
    </message>
    <message>
        <source>The light at %1, %2 is blinking. It stops by itself.</source>
        <translation>Das Licht an %1, %2 blinkt. Es hört von selbst auf.</translation>
    </message>
    <message>
        <source>What is plugged now forms %1, which is just as valid.</source>
        <extracomment>%1 is &quot;a ring&quot;</extracomment>
        <translation>Was jetzt steckt, ist %1 und genauso gültig.</translation>
    </message>
    <message>
        <source>Pull tab up; push until it clicks. The network chip then needs about six seconds to wake up.</source>
        <translation>Zuglasche nach oben; drücken, bis es klickt. Der Netzwerkchip braucht danach etwa sechs Sekunden, um aufzuwachen.</translation>
    </message>
    <message>
        <source>plugged in, waiting for its link</source>
        <translation>steckt, wartet auf die Verbindung</translation>
    </message>
    <message>
        <source>The cables cannot be looked at.</source>
        <translation>Die Kabel können nicht angesehen werden.</translation>
    </message>
    <message>
        <source>Waiting for %1 to come back.</source>
        <extracomment>%1 is the name of a Spark, or the names of several</extracomment>
        <translation>Auf %1 wird gewartet.</translation>
    </message>
    <message>
        <source>The network chip of %1 is waking up.</source>
        <extracomment>%1 is the name of a Spark, or the names of several</extracomment>
        <translation>Der Netzwerkchip von %1 wacht auf.</translation>
    </message>
    <message>
        <source>The network chips of %1 are waking up.</source>
        <translation>Die Netzwerkchips von %1 wachen auf.</translation>
    </message>
    <message>
        <source>The connection was lost; Sparkloom connects again by itself. What is plugged there is not known now.</source>
        <translation>Die Verbindung ging verloren; Sparkloom verbindet sich von selbst wieder. Was dort steckt, ist gerade nicht bekannt.</translation>
    </message>
    <message>
        <source>That takes about six seconds after a plug. There is nothing to do meanwhile.</source>
        <translation>Das dauert nach dem Stecken etwa sechs Sekunden. Inzwischen ist nichts zu tun.</translation>
    </message>
    <message>
        <source>%1: the network chip is waking up</source>
        <translation>%1: der Netzwerkchip wacht auf</translation>
    </message>
    <message>
        <source>a Spark is lost: what its cables are is not known</source>
        <translation>ein Spark ist weg: Was seine Kabel sind, ist nicht bekannt</translation>
    </message>
    <message>
        <source>%1, %2: not known, %3.</source>
        <extracomment>a Spark, its socket, when that was last known</extracomment>
        <translation>%1, %2: unbekannt, %3.</translation>
    </message>
    <message>
        <source>%1, %2: not known.</source>
        <translation>%1, %2: unbekannt.</translation>
    </message>
    <message>
        <source>%1, %2: %3.</source>
        <translation>%1, %2: %3.</translation>
    </message>
    <message>
        <source>Only one blinks at a time: ask for the other one again when this one has stopped.</source>
        <translation>Es blinkt immer nur eines: Das andere lässt sich wählen, sobald dieses aufgehört hat.</translation>
    </message>
    <message>
        <source>The cable is plugged in, its link comes in a moment.</source>
        <translation>Das Kabel steckt, seine Verbindung kommt gleich.</translation>
    </message>
    <message>
        <source>A network chip that slept takes about six seconds to wake up. There is nothing to do meanwhile.</source>
        <translation>Ein Netzwerkchip, der schlief, braucht zum Aufwachen etwa sechs Sekunden. Bis dahin ist nichts zu tun.</translation>
    </message>
    <message>
        <source>The cables cannot be looked at</source>
        <translation>Die Kabel können nicht angesehen werden</translation>
    </message>
    <message>
        <source>The link of the cable is not up yet</source>
        <translation>Das Kabel hat noch keine Verbindung</translation>
    </message>
    <message numerus="yes">
        <source>%n cable(s) in the wrong socket</source>
        <translation>
            <numerusform>%n Kabel in der falschen Buchse</numerusform>
            <numerusform>%n Kabel in falschen Buchsen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cable(s) in a place that cannot be used</source>
        <translation>
            <numerusform>%n Kabel steckt, wo es nichts nützt</numerusform>
            <numerusform>%n Kabel stecken, wo sie nichts nützen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cable(s) waiting for the second lane</source>
        <translation>
            <numerusform>%n Kabel wartet auf seine zweite Spur</numerusform>
            <numerusform>%n Kabel warten auf ihre zweite Spur</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Where %n cable(s) lead is not known yet</source>
        <translation>
            <numerusform>Wohin %n Kabel führt, ist noch nicht bekannt</numerusform>
            <numerusform>Wohin %n Kabel führen, ist noch nicht bekannt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Where %n cable(s) lead is still being found out</source>
        <translation>
            <numerusform>Wohin %n Kabel führt, wird noch herausgefunden</numerusform>
            <numerusform>Wohin %n Kabel führen, wird noch herausgefunden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sparkloom::viewmodels::DriftViewModel</name>
    <message>
        <source>Looking whether every Spark still is as it was set up.</source>
        <translation>Es wird nachgesehen, ob jeder Spark noch wie eingerichtet ist.</translation>
    </message>
    <message>
        <source>%1 is not as it was set up.</source>
        <translation>%1 ist nicht mehr wie eingerichtet.</translation>
    </message>
    <message>
        <source>%1 are not as they were set up.</source>
        <translation>%1 sind nicht mehr wie eingerichtet.</translation>
    </message>
    <message>
        <source>Forget these Sparks?</source>
        <translation>Diese Sparks vergessen?</translation>
    </message>
    <message>
        <source>Whether the Sparks still are as they were set up is not known.</source>
        <translation>Ob die Sparks noch wie eingerichtet sind, ist unbekannt.</translation>
    </message>
    <message>
        <source>Their network goes back to how it was before the set-up, and Sparkloom&apos;s helper, keys and records are removed.</source>
        <translation>Ihr Netz wird wieder wie vor der Einrichtung, und Sparklooms Hilfsprogramm, Schlüssel und Belege werden entfernt.</translation>
    </message>
    <message>
        <source>Nothing was repaired.</source>
        <translation>Nichts wurde repariert.</translation>
    </message>
    <message>
        <source>Not known of %1: no connection.</source>
        <translation>Unbekannt bei %1: keine Verbindung.</translation>
    </message>
    <message>
        <source>Put it back</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Work is under way</source>
        <translation>Es wird gerade gearbeitet</translation>
    </message>
    <message>
        <source>Nothing of this can be put back by a plan</source>
        <translation>Nichts davon kann ein Plan wiederherstellen</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>So lassen</translation>
    </message>
    <message>
        <source>The cluster cannot work with any of this</source>
        <translation>Mit nichts davon kann das Cluster arbeiten</translation>
    </message>
    <message>
        <source>Forget the cluster</source>
        <translation>Cluster vergessen</translation>
    </message>
</context>
<context>
    <name>sparkloom::viewmodels::FabricTable</name>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Lane A</source>
        <translation>Spur A</translation>
    </message>
    <message>
        <source>Lane B</source>
        <translation>Spur B</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Cable %1</source>
        <translation>Kabel %1</translation>
    </message>
    <message>
        <source>A cable</source>
        <translation>Ein Kabel</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Netzwerkspeicher</translation>
    </message>
    <message>
        <source>Switch</source>
        <translation>Switch</translation>
    </message>
    <message>
        <source>Spark</source>
        <translation>Spark</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a Spark and its maker</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>virtual</source>
        <translation>virtuell</translation>
    </message>
    <message>
        <source>cannot be reached now</source>
        <translation>zurzeit nicht erreichbar</translation>
    </message>
    <message>
        <source>Socket</source>
        <translation>Buchse</translation>
    </message>
    <message>
        <source>to be plugged now</source>
        <translation>jetzt zu stecken</translation>
    </message>
    <message>
        <source>nothing is plugged</source>
        <translation>nichts gesteckt</translation>
    </message>
    <message>
        <source>one half has a link</source>
        <translation>eine Hälfte hat Verbindung</translation>
    </message>
    <message>
        <source>has a link</source>
        <translation>hat Verbindung</translation>
    </message>
    <message>
        <source>has a link; what is at the other end is not known</source>
        <translation>hat Verbindung; was am anderen Ende ist, ist unbekannt</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>up</source>
        <translation>Verbindung da</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>a Spark and one of its sockets</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>no link</source>
        <translation>ohne Verbindung</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>link and proof of a lane</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>not known, and the time</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>sparkloom::viewmodels::FaultWords</name>
    <message>
        <source>The NIC started badly: 13 Gb/s for both halves together, link and PCIe look right.</source>
        <translation>Der Netzwerkadapter ist schlecht gestartet: 13 Gb/s für beide Hälften zusammen, Verbindung und PCIe sehen richtig aus.</translation>
    </message>
    <message>
        <source>An old BIOS wires the second PCIe link with two lanes instead of four.</source>
        <translation>Ein altes BIOS schaltet die zweite PCIe-Verbindung mit zwei statt vier Leitungen.</translation>
    </message>
    <message>
        <source>Old NIC firmware: both PCIe links report Gen1 x1, about 3 GB/s.</source>
        <translation>Alte Firmware des Netzwerkadapters: Beide PCIe-Verbindungen melden Gen1 x1, etwa 3 GB/s.</translation>
    </message>
    <message>
        <source>The link came up at 100 Gb/s.</source>
        <translation>Die Verbindung kam mit 100 Gb/s zustande.</translation>
    </message>
    <message>
        <source>No link: a plug is not seated, or a half is down.</source>
        <translation>Keine Verbindung: Ein Stecker sitzt nicht, oder eine Hälfte ist abgeschaltet.</translation>
    </message>
    <message>
        <source>The plugs of the two cages are swapped.</source>
        <translation>Die Stecker der beiden Käfige sind vertauscht.</translation>
    </message>
    <message>
        <source>Only half A has an address.</source>
        <translation>Nur Hälfte A hat eine Adresse.</translation>
    </message>
    <message>
        <source>Frames arrive broken: symbol and CRC errors grow with traffic.</source>
        <translation>Frames kommen beschädigt an: Symbol- und CRC-Fehler nehmen mit dem Verkehr zu.</translation>
    </message>
    <message>
        <source>The link goes down and comes back every few seconds.</source>
        <translation>Die Verbindung fällt alle paar Sekunden aus und kommt wieder.</translation>
    </message>
    <message>
        <source>Fatal PCIe errors: the driver recovers again and again.</source>
        <translation>Schwere PCIe-Fehler: Der Treiber fängt immer wieder von vorn an.</translation>
    </message>
    <message>
        <source>Hot-plug trouble: the NIC is gone although a cable is plugged in.</source>
        <translation>Ärger beim Stecken: Der Netzwerkadapter ist fort, obwohl ein Kabel steckt.</translation>
    </message>
    <message>
        <source>A half has no IPv4 address.</source>
        <translation>Eine Hälfte hat keine IPv4-Adresse.</translation>
    </message>
    <message>
        <source>Both halves of a cage have addresses in one subnet.</source>
        <translation>Beide Hälften eines Käfigs haben Adressen in einem Subnetz.</translation>
    </message>
    <message>
        <source>The largest packet (MTU) is 1500 bytes here, more at the other end.</source>
        <translation>Das größte Paket (MTU) hat hier 1500 Byte, am anderen Ende mehr.</translation>
    </message>
    <message>
        <source>The largest packet (MTU) fell back to 1500 bytes at both ends of a cable.</source>
        <translation>Das größte Paket (MTU) ist an beiden Enden eines Kabels auf 1500 Byte zurückgefallen.</translation>
    </message>
    <message>
        <source>Several halves have addresses of 169.254.0.0/16.</source>
        <translation>Mehrere Hälften haben Adressen aus 169.254.0.0/16.</translation>
    </message>
    <message>
        <source>The host name is taken again and again: NAME-2, NAME-3 and so on.</source>
        <translation>Der Rechnername ist immer wieder vergeben: NAME-2, NAME-3 und so weiter.</translation>
    </message>
    <message>
        <source>A half has an address of the management network.</source>
        <translation>Eine Hälfte hat eine Adresse des Verwaltungsnetzes.</translation>
    </message>
    <message>
        <source>The kernel filters strictly (rp_filter): answers to the other half are dropped.</source>
        <translation>Der Kernel filtert streng (rp_filter): Antworten an die andere Hälfte werden verworfen.</translation>
    </message>
    <message>
        <source>A firewall is on (ufw): TCP over the fabric times out, ping works.</source>
        <translation>Eine Firewall ist an (ufw): TCP über den Verbund läuft in die Zeitgrenze, ping geht.</translation>
    </message>
    <message>
        <source>Docker forwards nothing (policy DROP): no transit through this Spark.</source>
        <translation>Docker leitet nichts weiter (Regel DROP): kein Durchgang durch diesen Spark.</translation>
    </message>
    <message>
        <source>IPv4 forwarding is off: no transit through this Spark.</source>
        <translation>Die IPv4-Weiterleitung ist aus: kein Durchgang durch diesen Spark.</translation>
    </message>
    <message>
        <source>DGX OS, kernel and driver are older than on the other Sparks.</source>
        <translation>DGX OS, Kernel und Treiber sind älter als auf den anderen Sparks.</translation>
    </message>
    <message>
        <source>Somebody applied the network configuration: GID tables changed, running jobs died.</source>
        <translation>Jemand hat die Netzwerkkonfiguration angewandt: Die GID-Tabellen haben sich geändert, laufende Jobs sind gestorben.</translation>
    </message>
    <message>
        <source>NCCL is told to use sockets on the management network.</source>
        <translation>NCCL soll Sockets im Verwaltungsnetz benutzen.</translation>
    </message>
    <message>
        <source>NCCL was not built for this GPU: about 3 GB/s.</source>
        <translation>NCCL wurde nicht für diese GPU gebaut: etwa 3 GB/s.</translation>
    </message>
    <message>
        <source>NCCL has another version than on the other Sparks.</source>
        <translation>NCCL hat eine andere Version als auf den anderen Sparks.</translation>
    </message>
    <message>
        <source>NCCL_IB_GID_INDEX is set, and wrong.</source>
        <translation>NCCL_IB_GID_INDEX ist gesetzt, und falsch.</translation>
    </message>
    <message>
        <source>Kernel 7.0.0-1019: no contiguous memory, RDMA memory cannot be registered.</source>
        <translation>Kernel 7.0.0-1019: kein zusammenhängender Arbeitsspeicher, Speicher für RDMA lässt sich nicht anmelden.</translation>
    </message>
    <message>
        <source>%1, cage %2</source>
        <extracomment>a socket: the name of a Spark, the number of its cage</extracomment>
        <translation>%1, Käfig %2</translation>
    </message>
    <message>
        <source>switch port of %1</source>
        <extracomment>the port of a switch that the cable in this socket leads to</extracomment>
        <translation>Switch-Port von %1</translation>
    </message>
    <message>
        <source>%1, half %2</source>
        <extracomment>the letter of a half behind its socket</extracomment>
        <translation>%1, Hälfte %2</translation>
    </message>
</context>
<context>
    <name>sparkloom::viewmodels::FindViewModel</name>
    <message numerus="yes">
        <source>%n Spark(s) chosen.</source>
        <translation>
            <numerusform>%n Spark ausgewählt.</numerusform>
            <numerusform>%n Sparks ausgewählt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose one more Spark.</source>
        <translation>Wählen Sie noch einen Spark.</translation>
    </message>
    <message>
        <source>Looking for Sparks on this network.</source>
        <translation>In diesem Netz wird nach Sparks gesucht.</translation>
    </message>
    <message>
        <source>No Spark was found yet.</source>
        <translation>Noch wurde kein Spark gefunden.</translation>
    </message>
    <message>
        <source>Which Sparks belong together?</source>
        <translation>Welche Sparks gehören zusammen?</translation>
    </message>
    <message>
        <source>These are virtual Sparks on this computer. Nothing real is touched.</source>
        <translation>Das sind virtuelle Sparks auf diesem Computer. Nichts Echtes wird angefasst.</translation>
    </message>
    <message>
        <source>Next you sign in. Nothing has been connected to yet.</source>
        <translation>Als Nächstes melden Sie sich an. Bisher wurde mit nichts eine Verbindung aufgenommen.</translation>
    </message>
    <message>
        <source>Choose the machines that are to work as one. Looking connects to nothing.</source>
        <translation>Wählen Sie die Geräte, die zusammenarbeiten sollen. Das Suchen nimmt mit nichts Verbindung auf.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>A cluster needs two Sparks or more: choose one more</source>
        <translation>Ein Cluster braucht mindestens zwei Sparks: wählen Sie noch einen</translation>
    </message>
    <message>
        <source>Choose two Sparks or more</source>
        <translation>Wählen Sie zwei oder mehr Sparks</translation>
    </message>
    <message>
        <source>Type a name like spark-1a2b.local, or an address like 192.168.1.20.</source>
        <translation>Tippen Sie einen Namen wie spark-1a2b.local oder eine Adresse wie 192.168.1.20.</translation>
    </message>
    <message>
        <source>probably %1</source>
        <extracomment>maker of a Spark, guessed from its host name</extracomment>
        <translation>vermutlich %1</translation>
    </message>
    <message>
        <source>on %1</source>
        <extracomment>network interface of this computer that a machine was seen on</extracomment>
        <translation>an %1</translation>
    </message>
    <message>
        <source>A change was interrupted.</source>
        <translation>Eine Änderung wurde unterbrochen.</translation>
    </message>
    <message>
        <source>It has to be finished or taken back before anything else is changed.</source>
        <translation>Sie muss zu Ende gebracht oder zurückgenommen werden, bevor etwas anderes geändert wird.</translation>
    </message>
    <message>
        <source>The virtual Sparks have ended. Start a scenario on the first page.</source>
        <translation>Die virtuellen Sparks sind beendet. Auf der ersten Seite lässt sich eine Übung starten.</translation>
    </message>
    <message>
        <source>This computer cannot listen for Sparks. Typing a name or an address always works.</source>
        <translation>Dieser Computer kann nicht nach Sparks horchen. Einen Namen oder eine Adresse einzutippen geht immer.</translation>
    </message>
    <message>
        <source>Sparks appear here as they announce themselves. Nothing is connected to.</source>
        <translation>Sparks erscheinen hier, sobald sie sich melden. Es wird mit nichts verbunden.</translation>
    </message>
    <message>
        <source>No Spark has announced itself. Something may be in the way, or it does not announce itself at all.</source>
        <translation>Kein Spark hat sich gemeldet. Vielleicht ist etwas im Weg, oder er meldet sich gar nicht.</translation>
    </message>
    <message>
        <source>This computer does not listen</source>
        <translation>Dieser Computer horcht nicht</translation>
    </message>
    <message>
        <source>Just switched on</source>
        <translation>Eben erst eingeschaltet</translation>
    </message>
    <message>
        <source>A Spark announces itself about a minute after it was switched on.</source>
        <translation>Ein Spark meldet sich etwa eine Minute nach dem Einschalten.</translation>
    </message>
    <message>
        <source>Wi-Fi that keeps machines apart</source>
        <translation>WLAN, das Geräte voneinander trennt</translation>
    </message>
    <message>
        <source>Guest networks and some routers do. Use the main Wi-Fi, or a network cable for this computer.</source>
        <translation>Gastnetze und manche Router tun das. Das Haupt-WLAN hilft, oder ein Netzwerkkabel für diesen Computer.</translation>
    </message>
    <message>
        <source>Another subnet</source>
        <translation>Ein anderes Subnetz</translation>
    </message>
    <message>
        <source>Announcements stop at a router. Type the address that the router gave the Spark.</source>
        <translation>Meldungen enden am Router. Es hilft, die Adresse einzutippen, die der Router dem Spark gegeben hat.</translation>
    </message>
    <message>
        <source>Finish or take back what was interrupted first</source>
        <translation>Zuerst das Unterbrochene zu Ende bringen oder zurücknehmen</translation>
    </message>
    <message>
        <source>%1 was only taken off this list: it stays set up.</source>
        <translation>%1 wurde nur von dieser Liste genommen: Er bleibt eingerichtet.</translation>
    </message>
    <message>
        <source>It keeps its addresses, and it and the others may still log in to each other.</source>
        <translation>Er behält seine Adressen, und er und die anderen dürfen sich weiterhin beieinander anmelden.</translation>
    </message>
    <message>
        <source>To take it out of the cluster, choose it again, and then say so when it is taken off the list.</source>
        <translation>Um ihn aus dem Cluster zu nehmen: ihn wieder wählen, und es sagen, wenn er von der Liste genommen wird.</translation>
    </message>
    <message>
        <source>You are signed in to all of them.</source>
        <translation>Sie sind bei allen angemeldet.</translation>
    </message>
    <message>
        <source>Next you sign in to those that wait.</source>
        <translation>Als Nächstes melden Sie sich bei denen an, die noch warten.</translation>
    </message>
</context>
<context>
    <name>sparkloom::viewmodels::InterruptedViewModel</name>
    <message>
        <source>This computer was switched off in the middle.</source>
        <translation>Dieser Computer ging mittendrin aus.</translation>
    </message>
    <message>
        <source>The change did not reach its end on every Spark.</source>
        <translation>Die Änderung kam nicht auf jedem Spark zu Ende.</translation>
    </message>
    <message>
        <source>Nothing is left of it any more.</source>
        <translation>Davon ist nichts mehr übrig.</translation>
    </message>
    <message>
        <source>The Sparks can be reached as before. They may differ until this is settled.</source>
        <translation>Die Sparks sind erreichbar wie zuvor. Bis das geklärt ist, können sie sich unterscheiden.</translation>
    </message>
    <message>
        <source>Sparkloom was putting the earlier network settings back when it ended, or lost this computer.</source>
        <translation>Sparkloom stellte gerade die früheren Netzwerkeinstellungen wieder her, als es endete oder der Computer ausfiel.</translation>
    </message>
    <message>
        <source>Sparkloom was making new network settings permanent when it ended, or lost this computer.</source>
        <translation>Sparkloom machte gerade neue Netzwerkeinstellungen dauerhaft, als es endete oder der Computer ausfiel.</translation>
    </message>
    <message>
        <source>Sparkloom was taking %1 out of the cluster when a Spark failed, or its connection was lost.</source>
        <translation>Sparkloom nahm gerade %1 aus dem Cluster, als ein Spark versagte oder die Verbindung zu ihm abbrach.</translation>
    </message>
    <message>
        <source>Sparkloom was putting the earlier network settings back when a Spark failed, or its connection was lost.</source>
        <translation>Sparkloom stellte gerade die früheren Netzwerkeinstellungen wieder her, als ein Spark versagte oder die Verbindung zu ihm abbrach.</translation>
    </message>
    <message>
        <source>Sparkloom was making new network settings permanent when a Spark failed, or its connection was lost.</source>
        <translation>Sparkloom machte gerade neue Netzwerkeinstellungen dauerhaft, als ein Spark versagte oder die Verbindung zu ihm abbrach.</translation>
    </message>
    <message>
        <source>Some Sparks may have kept them. A Spark that had not yet been told to keep them has gone back by itself.</source>
        <translation>Manche Sparks haben sie vielleicht behalten. Ein Spark, dem das noch nicht gesagt war, ist von selbst zurückgegangen.</translation>
    </message>
    <message>
        <source>Some Sparks may be back already, and some not.</source>
        <translation>Manche Sparks sind vielleicht schon zurück, andere nicht.</translation>
    </message>
    <message>
        <source>The last thing that is known about it: %1.</source>
        <translation>Das Letzte, was darüber bekannt ist: %1.</translation>
    </message>
    <message>
        <source>Finish putting them back</source>
        <translation>Das Zurückstellen vollenden</translation>
    </message>
    <message>
        <source>Finish it</source>
        <translation>Zu Ende bringen</translation>
    </message>
    <message>
        <source>The Sparks that are not back yet follow. Settings that are back on one Spark cannot be taken forward again.</source>
        <translation>Die Sparks, die noch nicht zurück sind, folgen. Was auf einem Spark schon zurückgestellt ist, lässt sich nicht wieder vorwärts bringen.</translation>
    </message>
    <message>
        <source>The Sparks that went back are set up too, as you had reviewed it; then every half is proven.</source>
        <translation>Die Sparks, die zurückgegangen sind, werden auch eingerichtet, so wie es durchgesehen war; dann wird jede Hälfte nachgewiesen.</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>The Sparks that kept the new settings get the earlier ones back, byte for byte.</source>
        <translation>Die Sparks, die die neuen Einstellungen behalten haben, bekommen die früheren zurück, Byte für Byte.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Nothing is left to be settled</source>
        <translation>Es ist nichts mehr zu klären</translation>
    </message>
    <message>
        <source>Choose one of the two</source>
        <translation>Eines von beiden wählen</translation>
    </message>
    <message>
        <source>Sign in, then go on</source>
        <translation>Anmelden, dann fortfahren</translation>
    </message>
    <message>
        <source>%1 is gone for good: go on without it</source>
        <translation>%1 ist für immer weg: ohne ihn weitermachen</translation>
    </message>
    <message>
        <source>These are gone for good, go on without them: %1</source>
        <translation>Diese sind für immer weg, ohne sie weitermachen: %1</translation>
    </message>
    <message>
        <source>Nothing is asked of it and nothing is done on it. Finishing takes it out of the cluster; taking back keeps it in the list, to be taken out next. Should it come back, it may still have addresses of this cluster: keep its cables unplugged until it is set up anew.</source>
        <translation>Er wird nach nichts gefragt, und auf ihm wird nichts getan. Zu Ende bringen nimmt ihn aus dem Cluster; zurücknehmen lässt ihn in der Liste, um ihn als Nächstes herauszunehmen. Sollte er zurückkommen, kann er noch Adressen dieses Clusters haben: lassen Sie seine Kabel abgezogen, bis er neu eingerichtet ist.</translation>
    </message>
    <message>
        <source>Sparkloom was taking %1 out of the cluster when it ended, or lost this computer.</source>
        <translation>Sparkloom nahm gerade %1 aus dem Cluster, als es endete oder dieser Computer ausfiel.</translation>
    </message>
    <message>
        <source>%1 is taken out on the others too, as you had reviewed it.</source>
        <translation>%1 wird auch auf den anderen herausgenommen, wie Sie es durchgesehen hatten.</translation>
    </message>
    <message>
        <source>Nothing is asked of them and nothing is done on them. Finishing takes them out of the cluster; taking back keeps them in the list, to be taken out next. Should one come back, it may still have addresses of this cluster: keep its cables unplugged until it is set up anew.</source>
        <translation>Sie werden nach nichts gefragt, und auf ihnen wird nichts getan. Zu Ende bringen nimmt sie aus dem Cluster; zurücknehmen lässt sie in der Liste, um sie als Nächstes herauszunehmen. Sollte einer zurückkommen, kann er noch Adressen dieses Clusters haben: Lassen Sie seine Kabel abgezogen, bis er neu eingerichtet ist.</translation>
    </message>
    <message>
        <source>Some of the others may already have their new settings, without it. A Spark that had not yet been told to keep them has gone back by itself.</source>
        <translation>Manche der anderen haben vielleicht schon ihre neuen Einstellungen, ohne ihn. Ein Spark, dem noch nicht gesagt war, dass er sie behalten soll, ist von selbst zurückgegangen.</translation>
    </message>
</context>
<context>
    <name>sparkloom::viewmodels::JobModel</name>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>at work</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>not needed</source>
        <translation>nicht nötig</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>misslungen</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>zurückgenommen</translation>
    </message>
</context>
<context>
    <name>sparkloom::viewmodels::LeaveViewModel</name>
    <message>
        <source>Take %1 out of the cluster?</source>
        <translation>%1 aus dem Cluster nehmen?</translation>
    </message>
    <message>
        <source>The others (%1) stay a cluster and keep their addresses; only what leads to %2 goes.</source>
        <translation>Die anderen (%1) bleiben ein Cluster und behalten ihre Adressen; nur was zu %2 führt, entfällt.</translation>
    </message>
    <message>
        <source>One Spark is no cluster: the network of %1 goes back to what it was before the set-up.</source>
        <translation>Ein Spark allein ist kein Cluster: Das Netz von %1 wird wieder, wie es vor der Einrichtung war.</translation>
    </message>
    <message>
        <source>The others (%1) cannot stay a cluster, since no cable joins them: their network goes back to what it was before the set-up.</source>
        <translation>Die anderen (%1) können kein Cluster bleiben, da kein Kabel sie verbindet: Ihr Netz wird wieder, wie es vor der Einrichtung war.</translation>
    </message>
    <message>
        <source>It leaves in good order</source>
        <translation>Er geht ordentlich</translation>
    </message>
    <message>
        <source>It is gone or broken</source>
        <translation>Er ist weg oder kaputt</translation>
    </message>
    <message>
        <source>Only take it off the list</source>
        <translation>Nur von der Liste nehmen</translation>
    </message>
    <message>
        <source>%1 has to be switched on. It gets back what it was before the set-up, and nothing of Sparkloom stays on it.</source>
        <translation>%1 muss eingeschaltet sein. Er wird wieder, wie er vor der Einrichtung war, und von Sparkloom bleibt nichts auf ihm.</translation>
    </message>
    <message>
        <source>Nothing is asked of it and nothing is done on it. Should it come back, it still has its old addresses: keep its cables unplugged until it is set up anew.</source>
        <translation>Er wird nach nichts gefragt, und nichts geschieht auf ihm. Kommt er wieder, hat er noch seine alten Adressen: Seine Kabel abgezogen lassen, bis er neu eingerichtet ist.</translation>
    </message>
    <message>
        <source>%1 stays set up, and the others still count it in. For a list that is to be put together anew.</source>
        <translation>%1 bleibt eingerichtet, und für die anderen gehört er weiter dazu. Für eine Liste, die neu zusammengestellt werden soll.</translation>
    </message>
    <message>
        <source>Look at the plan</source>
        <translation>Den Plan ansehen</translation>
    </message>
    <message>
        <source>Choose what is the case</source>
        <translation>Wählen, was zutrifft</translation>
    </message>
    <message>
        <source>Take it off the list</source>
        <translation>Von der Liste nehmen</translation>
    </message>
</context>
<context>
    <name>sparkloom::viewmodels::LiveEvents</name>
    <message>
        <source>Cable %1: both lanes have their link</source>
        <translation>Kabel %1: beide Spuren haben Verbindung</translation>
    </message>
    <message>
        <source>Cable %1: one lane has its link</source>
        <translation>Kabel %1: eine Spur hat Verbindung</translation>
    </message>
    <message>
        <source>Cable %1: the link is gone</source>
        <translation>Kabel %1: die Verbindung ist weg</translation>
    </message>
    <message>
        <source>%1: figures come</source>
        <translation>%1: Werte kommen</translation>
    </message>
    <message>
        <source>%1: no more figures</source>
        <translation>%1: keine Werte mehr</translation>
    </message>
</context>
<context>
    <name>sparkloom::viewmodels::LiveViewModel</name>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Watch again</source>
        <translation>Wieder beobachten</translation>
    </message>
    <message numerus="yes">
        <source>%n Spark(s)</source>
        <translation>
            <numerusform>%n Spark</numerusform>
            <numerusform>%n Sparks</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 TB</source>
        <translation>%1 TB</translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation>%1 GB</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>No Spark is signed in</source>
        <translation>Kein Spark ist angemeldet</translation>
    </message>
    <message>
        <source>Waiting for the first figures</source>
        <translation>Die ersten Werte werden erwartet</translation>
    </message>
    <message>
        <source>No more figures come</source>
        <translation>Es kommen keine Werte mehr</translation>
    </message>
    <message>
        <source>Nobody watches the cables any more</source>
        <translation>Die Kabel werden nicht mehr beobachtet</translation>
    </message>
    <message>
        <source>No cable is seen between the Sparks</source>
        <translation>Zwischen den Sparks ist kein Kabel zu sehen</translation>
    </message>
    <message>
        <source>What the cables carry is not known</source>
        <translation>Was die Kabel tragen, ist unbekannt</translation>
    </message>
    <message>
        <source>The cables are quiet</source>
        <translation>Die Kabel ruhen</translation>
    </message>
    <message>
        <source>Each Spark sends up to %1 Gb/s</source>
        <translation>Jeder Spark sendet bis zu %1 Gb/s</translation>
    </message>
    <message>
        <source>Sign in, and the counters tell what every cable carries. Nothing has to be set up.</source>
        <translation>Nach der Anmeldung sagen die Zähler, was jedes Kabel trägt. Eingerichtet werden muss dafür nichts.</translation>
    </message>
    <message>
        <source>The counters of every Spark are being opened. Nothing is changed on them.</source>
        <translation>Die Zähler aller Sparks werden geöffnet. Geändert wird auf ihnen nichts.</translation>
    </message>
    <message>
        <source>What you see is the last that was known. Sparkloom connects again by itself.</source>
        <translation>Zu sehen ist das Letzte, was bekannt war. Sparkloom verbindet sich von selbst wieder.</translation>
    </message>
    <message>
        <source>What you see is the last that was known.</source>
        <translation>Zu sehen ist das Letzte, was bekannt war.</translation>
    </message>
    <message numerus="yes">
        <source>%n cable(s)</source>
        <translation>
            <numerusform>%n Kabel</numerusform>
            <numerusform>%n Kabel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lane(s)</source>
        <translation>
            <numerusform>%n Spur</numerusform>
            <numerusform>%n Spuren</numerusform>
        </translation>
    </message>
    <message>
        <source>RDMA %1 %, TCP %2 %</source>
        <translation>RDMA %1 %, TCP %2 %</translation>
    </message>
    <message>
        <source>no figures from %1</source>
        <translation>keine Werte von %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Paused: what you see does not move. The counting goes on.</source>
        <translation>Angehalten: Das Bild steht still, gezählt wird weiter.</translation>
    </message>
    <message>
        <source>the last figures came %1 s ago</source>
        <translation>die letzten Werte kamen vor %1 s</translation>
    </message>
    <message>
        <source>%1 samples per second; now is the mean of 100 ms, a peak of 250 ms</source>
        <translation>%1 Werte je Sekunde; jetzt: Mittel von 100 ms, Spitze: von 250 ms</translation>
    </message>
    <message>
        <source>no figures yet</source>
        <translation>noch keine Werte</translation>
    </message>
    <message>
        <source>no fresh figures</source>
        <translation>keine frischen Werte</translation>
    </message>
    <message>
        <source>sends %1, receives %2</source>
        <translation>sendet %1, empfängt %2</translation>
    </message>
    <message>
        <source>logarithmic, %1 to %2 Gb/s</source>
        <translation>logarithmisch, %1 bis %2 Gb/s</translation>
    </message>
    <message>
        <source>linear, 0 to %1 Gb/s</source>
        <translation>linear, 0 bis %1 Gb/s</translation>
    </message>
    <message>
        <source>Automatic: %1</source>
        <translation>Automatisch: %1</translation>
    </message>
    <message>
        <source>13: a network card that started badly. Cold start</source>
        <translation>13: Netzwerkkarte schlecht gestartet, Kaltstart nötig</translation>
    </message>
    <message>
        <source>100: one lane, as much as its PCIe link lets through</source>
        <translation>100: eine Spur, so viel ihre PCIe-Verbindung durchlässt</translation>
    </message>
    <message>
        <source>185: RDMA on one cable, MTU 1500</source>
        <translation>185: RDMA auf einem Kabel, MTU 1500</translation>
    </message>
    <message>
        <source>196: RDMA on one cable, MTU 9000. No cable carries more data</source>
        <translation>196: RDMA auf einem Kabel, MTU 9000. Mehr Daten trägt kein Kabel</translation>
    </message>
    <message>
        <source>Cable %1</source>
        <translation>Kabel %1</translation>
    </message>
    <message>
        <source>storage</source>
        <translation>Netzwerkspeicher</translation>
    </message>
    <message>
        <source>switch</source>
        <translation>Switch</translation>
    </message>
    <message>
        <source>%1: no figures yet.</source>
        <translation>%1: noch keine Werte.</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 nach %2</translation>
    </message>
    <message>
        <source>%1: not known</source>
        <translation>%1: unbekannt</translation>
    </message>
    <message>
        <source>%1: quiet</source>
        <translation>%1: ruht</translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 Gb/s, minimum %3, %n dip(s)</source>
        <translation>
            <numerusform>%1: %2 Gb/s, Minimum %3, %n Einbruch</numerusform>
            <numerusform>%1: %2 Gb/s, Minimum %3, %n Einbrüche</numerusform>
        </translation>
    </message>
    <message>
        <source>lane %1 carried nothing so far</source>
        <translation>Spur %1 trug bisher nichts</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>TCP only: RDMA is not counted here</source>
        <translation>Nur TCP: RDMA wird hier nicht gezählt</translation>
    </message>
    <message>
        <source>last figures %1 s ago</source>
        <translation>letzte Werte vor %1 s</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>nicht da</translation>
    </message>
    <message>
        <source>nothing so far</source>
        <translation>bisher nichts</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>vor %1 s</translation>
    </message>
    <message>
        <source>A %1</source>
        <translation>A %1</translation>
    </message>
    <message>
        <source>B %1</source>
        <translation>B %1</translation>
    </message>
    <message>
        <source>%1 → %2: %3</source>
        <translation>%1 → %2: %3</translation>
    </message>
</context>
<context>
    <name>sparkloom::viewmodels::LogViewModel</name>
    <message>
        <source>A change was begun.</source>
        <translation>Eine Änderung wurde begonnen.</translation>
    </message>
    <message>
        <source>Settings are tried out, with a timer that takes them back.</source>
        <translation>Einstellungen werden ausprobiert; eine Sicherheitsuhr nimmt sie sonst zurück.</translation>
    </message>
    <message>
        <source>Settings were tried out, with a timer that takes them back.</source>
        <translation>Einstellungen wurden ausprobiert, mit einer Sicherheitsuhr.</translation>
    </message>
    <message>
        <source>The trial is being proven.</source>
        <translation>Der Versuch wird nachgewiesen.</translation>
    </message>
    <message>
        <source>The trial was proven.</source>
        <translation>Der Versuch wurde nachgewiesen.</translation>
    </message>
    <message>
        <source>Sign-in from Spark to Spark is being set up.</source>
        <translation>Die Anmeldung von Spark zu Spark wird eingerichtet.</translation>
    </message>
    <message>
        <source>Sign-in from Spark to Spark was set up.</source>
        <translation>Die Anmeldung von Spark zu Spark wurde eingerichtet.</translation>
    </message>
    <message>
        <source>Settings are made to last.</source>
        <translation>Einstellungen werden dauerhaft gemacht.</translation>
    </message>
    <message>
        <source>Settings were made to last.</source>
        <translation>Einstellungen wurden dauerhaft gemacht.</translation>
    </message>
    <message>
        <source>The change is being completed.</source>
        <translation>Die Änderung wird vollendet.</translation>
    </message>
    <message>
        <source>The change was completed.</source>
        <translation>Die Änderung wurde vollendet.</translation>
    </message>
    <message>
        <source>The change is being taken back.</source>
        <translation>Die Änderung wird zurückgenommen.</translation>
    </message>
    <message>
        <source>The change was taken back.</source>
        <translation>Die Änderung wurde zurückgenommen.</translation>
    </message>
    <message>
        <source>The set-up is being undone.</source>
        <translation>Die Einrichtung wird rückgängig gemacht.</translation>
    </message>
    <message>
        <source>The set-up was undone.</source>
        <translation>Die Einrichtung wurde rückgängig gemacht.</translation>
    </message>
    <message>
        <source>The change is closed.</source>
        <translation>Die Änderung ist abgeschlossen.</translation>
    </message>
    <message>
        <source>Signed in, and looked at the hardware.</source>
        <translation>Angemeldet und die Hardware angesehen.</translation>
    </message>
    <message>
        <source>It shows another host key than before.</source>
        <translation>Er zeigt einen anderen Host-Schlüssel als zuvor.</translation>
    </message>
    <message>
        <source>The connection was lost.</source>
        <translation>Die Verbindung ging verloren.</translation>
    </message>
    <message>
        <source>Signing in failed.</source>
        <translation>Die Anmeldung ist misslungen.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>a job and how it ended</extracomment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>sparkloom::viewmodels::NcclCopyModel</name>
    <message>
        <source>Looking for NCCL on every Spark ...</source>
        <translation>Suche NCCL auf jedem Spark ...</translation>
    </message>
    <message>
        <source>All Sparks have the same NCCL already.</source>
        <translation>Alle Sparks haben schon dieselbe NCCL.</translation>
    </message>
    <message>
        <source>Copy NCCL from %1?</source>
        <translation>NCCL von %1 kopieren?</translation>
    </message>
    <message>
        <source>Copying NCCL: %1 %</source>
        <translation>NCCL wird kopiert: %1 %</translation>
    </message>
    <message>
        <source>Stopping ...</source>
        <translation>Wird angehalten ...</translation>
    </message>
    <message>
        <source>NCCL is on %1 now.</source>
        <translation>NCCL ist jetzt auf %1.</translation>
    </message>
    <message>
        <source>Take the copy of NCCL back?</source>
        <translation>Die Kopie von NCCL zurücknehmen?</translation>
    </message>
    <message>
        <source>Taking it back ...</source>
        <translation>Wird zurückgenommen ...</translation>
    </message>
    <message>
        <source>The copy is gone from %1.</source>
        <translation>Die Kopie ist von %1 verschwunden.</translation>
    </message>
    <message>
        <source>NCCL was not copied.</source>
        <translation>NCCL wurde nicht kopiert.</translation>
    </message>
    <message>
        <source>The same file on all of them, compared by its hash, and it loads. Measure again to use it. Take it back whenever you like, from here.</source>
        <translation>Auf allen dieselbe Datei, am Hash verglichen, und sie lässt sich laden. Messen Sie noch einmal, um sie zu nutzen. Zurücknehmen können Sie sie jederzeit von hier aus.</translation>
    </message>
    <message>
        <source>%1: %2, version %3, copied from %4.</source>
        <translation>%1: %2, Version %3, kopiert von %4.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Let %1 fetch NCCL&apos;s package?</source>
        <translation>%1 das Paket von NCCL holen lassen?</translation>
    </message>
    <message>
        <source>Fetching NCCL: %1 %</source>
        <translation>NCCL wird geholt: %1 %</translation>
    </message>
    <message>
        <source>%1: %2, version %3, out of the package libnccl2 %4 of %5.</source>
        <translation>%1: %2, Version %3, aus dem Paket libnccl2 %4 von %5.</translation>
    </message>
    <message>
        <source>Fetch</source>
        <translation>Holen</translation>
    </message>
</context>
<context>
    <name>sparkloom::viewmodels::PlanModel</name>
    <message>
        <source>Nothing to do</source>
        <translation>Nichts zu tun</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n Änderung</numerusform>
            <numerusform>%n Änderungen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: nothing to do</source>
        <translation>%1: nichts zu tun</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n change(s)</source>
        <translation>
            <numerusform>%1: %n Änderung</numerusform>
            <numerusform>%1: %n Änderungen</numerusform>
        </translation>
    </message>
    <message>
        <source>no risk</source>
        <translation>kein Risiko</translation>
    </message>
    <message>
        <source>low risk</source>
        <translation>kleines Risiko</translation>
    </message>
    <message>
        <source>some risk</source>
        <translation>etwas Risiko</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Computer</translation>
    </message>
    <message>
        <source>file of somebody else, taken over</source>
        <translation>Datei von jemand anderem, wird übernommen</translation>
    </message>
    <message>
        <source>file of somebody else, stays as it is</source>
        <translation>Datei von jemand anderem, bleibt, wie sie ist</translation>
    </message>
</context>
<context>
    <name>sparkloom::viewmodels::PracticeViewModel</name>
    <message>
        <source>%1: %2</source>
        <extracomment>a fault: its number in the list of faults, one sentence
----------
where something is wrong, and what</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Let it happen</source>
        <translation>Geschehen lassen</translation>
    </message>
    <message>
        <source>There is no place for it: no such cable is plugged in.</source>
        <translation>Dafür gibt es keinen Ort: Kein solches Kabel steckt.</translation>
    </message>
    <message>
        <source>It is like that already.</source>
        <translation>Es ist schon so.</translation>
    </message>
    <message>
        <source>Slow it down</source>
        <translation>Bremsen</translation>
    </message>
    <message>
        <source>No cable is plugged in.</source>
        <translation>Es steckt kein Kabel.</translation>
    </message>
    <message>
        <source>%1: carries no more than %2 Gb/s.</source>
        <extracomment>a cable, and Gb/s</extracomment>
        <translation>%1: trägt nicht mehr als %2 Gb/s.</translation>
    </message>
</context>
<context>
    <name>sparkloom::viewmodels::ProveViewModel</name>
    <message>
        <source>Proving every half, in both directions.</source>
        <translation>Jede Hälfte wird in beiden Richtungen geprüft.</translation>
    </message>
    <message>
        <source>The proof could not be finished.</source>
        <translation>Der Nachweis kam nicht zu Ende.</translation>
    </message>
    <message>
        <source>Nothing has been proven yet.</source>
        <translation>Noch ist nichts nachgewiesen.</translation>
    </message>
    <message numerus="yes">
        <source>%n check(s) failed.</source>
        <translation>
            <numerusform>%n Prüfung misslang.</numerusform>
            <numerusform>%n Prüfungen misslangen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not everything could be proven.</source>
        <translation>Nicht alles ließ sich nachweisen.</translation>
    </message>
    <message>
        <source>Your Sparks are one fabric.</source>
        <translation>Ihre Sparks sind ein Verbund.</translation>
    </message>
    <message>
        <source>Address, size of packets, the right lane, and sign-in from Spark to Spark.</source>
        <translation>Adresse, Paketgröße, die richtige Spur und die Anmeldung von Spark zu Spark.</translation>
    </message>
    <message>
        <source>Prove again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>The checks are running</source>
        <translation>Die Prüfungen laufen</translation>
    </message>
    <message>
        <source>Prove</source>
        <translation>Nachweisen</translation>
    </message>
    <message numerus="yes">
        <source>%n check(s) passed</source>
        <translation>
            <numerusform>%n Prüfung bestanden</numerusform>
            <numerusform>%n Prüfungen bestanden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <comment>checks</comment>
        <translation>
            <numerusform>%n misslungen</numerusform>
            <numerusform>%n misslungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not tested</source>
        <comment>checks</comment>
        <translation>
            <numerusform>%n nicht geprüft</numerusform>
            <numerusform>%n nicht geprüft</numerusform>
        </translation>
    </message>
    <message>
        <source>lane %1 %2</source>
        <translation>Spur %1 %2</translation>
    </message>
    <message>
        <source>the switch</source>
        <translation>der Switch</translation>
    </message>
    <message>
        <source>Cable %1, %2 – %3: %4.</source>
        <translation>Kabel %1, %2 – %3: %4.</translation>
    </message>
    <message>
        <source>%1, %2: not part of the fabric.</source>
        <translation>%1, %2: gehört nicht zum Verbund.</translation>
    </message>
    <message>
        <source>Measuring the speed, about %1 left.</source>
        <translation>Das Tempo wird gemessen, noch etwa %1.</translation>
    </message>
    <message>
        <source>Every half was proven, and its speed measured. The page Tests has every figure.</source>
        <translation>Jede Hälfte ist nachgewiesen und ihr Tempo gemessen. Die Seite Tests hat alle Werte.</translation>
    </message>
    <message>
        <source>Proven on every half, in both directions. What is left is the speed: half a minute, and the cables are fully loaded meanwhile.</source>
        <translation>Auf jeder Hälfte nachgewiesen, in beiden Richtungen. Es bleibt das Tempo: eine halbe Minute, in der die Kabel voll belastet sind.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Wird angehalten</translation>
    </message>
    <message>
        <source>Measure the speed</source>
        <translation>Tempo messen</translation>
    </message>
    <message>
        <source>The speed could not be measured.</source>
        <translation>Das Tempo ließ sich nicht messen.</translation>
    </message>
    <message>
        <source>The cables are not as they were proven.</source>
        <translation>Die Kabel stecken nicht wie beim Nachweis.</translation>
    </message>
    <message>
        <source>What was proven on %1 was proven with the cables as they were then.</source>
        <extracomment>%1: date and time</extracomment>
        <translation>Was am %1 nachgewiesen wurde, gilt für die Kabel, wie sie damals steckten.</translation>
    </message>
    <message>
        <source>Put the plug back where it was, then prove again.</source>
        <translation>Stecken Sie den Stecker zurück, wo er war, und lassen Sie dann noch einmal nachweisen.</translation>
    </message>
</context>
<context>
    <name>sparkloom::viewmodels::ReviewViewModel</name>
    <message>
        <source>Working out what is to be changed.</source>
        <translation>Es wird ermittelt, was zu ändern ist.</translation>
    </message>
    <message>
        <source>There is no plan yet.</source>
        <translation>Es gibt noch keinen Plan.</translation>
    </message>
    <message>
        <source>Nothing is planned yet.</source>
        <translation>Noch ist nichts geplant.</translation>
    </message>
    <message>
        <source>Nothing is to be changed.</source>
        <translation>Nichts ist zu ändern.</translation>
    </message>
    <message numerus="yes">
        <source>%1 on %n Spark(s).</source>
        <extracomment>%1 is &quot;5 changes&quot;</extracomment>
        <translation>
            <numerusform>%1 auf %n Spark.</numerusform>
            <numerusform>%1 auf %n Sparks.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n Änderung</numerusform>
            <numerusform>%n Änderungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Every Spark is already set up like this. You can go on and prove it.</source>
        <translation>Jeder Spark ist schon so eingerichtet. Sie können es gleich nachweisen.</translation>
    </message>
    <message>
        <source>This is all that will happen. Every change can be taken back.</source>
        <translation>Das ist alles, was geschehen wird. Jede Änderung lässt sich zurücknehmen.</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>The plan is being made</source>
        <translation>Der Plan wird gemacht</translation>
    </message>
    <message>
        <source>There is no plan yet</source>
        <translation>Es gibt noch keinen Plan</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message numerus="yes">
        <source>Apply to %n Spark(s)</source>
        <translation>
            <numerusform>Auf %n Spark anwenden</numerusform>
            <numerusform>Auf %n Sparks anwenden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>MTU %1 · %n subnet(s) · goes back by itself after %2 s without a word from here</source>
        <translation>
            <numerusform>MTU %1 · %n Subnetz · geht nach %2 s ohne Nachricht von hier von selbst zurück</numerusform>
            <numerusform>MTU %1 · %n Subnetze · geht nach %2 s ohne Nachricht von hier von selbst zurück</numerusform>
        </translation>
    </message>
    <message>
        <source>Apply although the fabric is in use</source>
        <translation>Anwenden, obwohl der Verbund benutzt wird</translation>
    </message>
    <message>
        <source>Replace these files of others</source>
        <translation>Diese Dateien anderer ersetzen</translation>
    </message>
    <message>
        <source>The fabric is in use: wait, or tick the box above</source>
        <translation>Der Verbund wird benutzt: Warten Sie, oder setzen Sie oben das Häkchen</translation>
    </message>
    <message>
        <source>Files of others are replaced: tick the box above to agree</source>
        <translation>Dateien anderer werden ersetzt: Setzen Sie oben das Häkchen, um zuzustimmen</translation>
    </message>
    <message>
        <source>%1 %2 %3</source>
        <extracomment>%1 what was seen, %2 what it means, %3 what to do: three sentences</extracomment>
        <translation>%1 %2 %3</translation>
    </message>
    <message>
        <source>The plan could not be made anew.</source>
        <translation>Der Plan ließ sich nicht neu machen.</translation>
    </message>
    <message>
        <source>What is listed here is the plan of before.</source>
        <translation>Was hier steht, ist der Plan von vorher.</translation>
    </message>
    <message>
        <source>An address is not right: see &quot;Addresses and names&quot;</source>
        <translation>Eine Adresse stimmt nicht: siehe „Adressen und Namen“</translation>
    </message>
    <message>
        <source>The plan is about to be made anew</source>
        <translation>Der Plan wird gleich neu gemacht</translation>
    </message>
    <message>
        <source>%1 leaves, the others stay a cluster.</source>
        <translation>%1 geht, die anderen bleiben ein Cluster.</translation>
    </message>
    <message>
        <source>%1 leaves, and no cluster is left.</source>
        <translation>%1 geht, und kein Cluster bleibt.</translation>
    </message>
    <message>
        <source>They keep their addresses. Below is all that changes on them.</source>
        <translation>Sie behalten ihre Adressen. Unten steht alles, was sich auf ihnen ändert.</translation>
    </message>
    <message>
        <source>The network of the others goes back to what it was before the set-up.</source>
        <translation>Das Netz der anderen wird wieder, wie es vor der Einrichtung war.</translation>
    </message>
    <message>
        <source>Take %1 out</source>
        <translation>%1 herausnehmen</translation>
    </message>
    <message>
        <source>Plan again</source>
        <translation>Neu planen</translation>
    </message>
    <message>
        <source>Nothing is done on %1. Should it come back, it still has its old addresses: keep its cables unplugged until it is set up anew.</source>
        <translation>Auf %1 geschieht nichts. Kommt er wieder, hat er noch seine alten Adressen: Seine Kabel abgezogen lassen, bis er neu eingerichtet ist.</translation>
    </message>
    <message>
        <source>%1 gets back what it was before the set-up, and nothing of Sparkloom stays on it.</source>
        <translation>%1 wird wieder, wie er vor der Einrichtung war, und von Sparkloom bleibt nichts auf ihm.</translation>
    </message>
    <message>
        <source>The cables are not as they were planned.</source>
        <translation>Die Kabel stecken nicht wie geplant.</translation>
    </message>
    <message>
        <source>What is listed here was planned for other cables.</source>
        <translation>Was hier steht, wurde für andere Kabel geplant.</translation>
    </message>
    <message>
        <source>The plan is for the cables of before: applied now it would fail, and all would be taken back.</source>
        <translation>Der Plan gilt für die Kabel von vorher: Jetzt angewandt, würde er misslingen, und alles würde zurückgenommen.</translation>
    </message>
    <message>
        <source>Put the plug back where it was, and you can apply the plan as it is. Or plan again with the cables as they are now: what you chose stays chosen.</source>
        <translation>Stecken Sie den Stecker zurück, wo er war, dann lässt sich der Plan anwenden, wie er ist. Oder planen Sie noch einmal mit den Kabeln, wie sie jetzt sind: Was Sie gewählt haben, bleibt gewählt.</translation>
    </message>
</context>
<context>
    <name>sparkloom::viewmodels::SettingsViewModel</name>
    <message>
        <source>As the desktop has it</source>
        <translation>Wie der Desktop</translation>
    </message>
    <message>
        <source>Clusters</source>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>Keys and fingerprints</source>
        <translation>Schlüssel und Fingerabdrücke</translation>
    </message>
    <message>
        <source>What is under way</source>
        <translation>Was im Gang ist</translation>
    </message>
    <message>
        <source>These settings</source>
        <translation>Diese Einstellungen</translation>
    </message>
    <message>
        <source>A change of it was interrupted: finish it or take it back first</source>
        <translation>Eine Änderung wurde unterbrochen: erst vollenden oder zurücknehmen</translation>
    </message>
    <message>
        <source>It is open in this window</source>
        <translation>In diesem Fenster geöffnet</translation>
    </message>
    <message>
        <source>The settings of your desktop ask for less motion, so nothing moves anyway.</source>
        <translation>Die Einstellungen Ihrer Arbeitsumgebung wünschen weniger Bewegung, deshalb bewegt sich ohnehin nichts.</translation>
    </message>
</context>
<context>
    <name>sparkloom::viewmodels::SetupController</name>
    <message>
        <source>A test began</source>
        <translation>Ein Test begann</translation>
    </message>
    <message>
        <source>The test ended</source>
        <translation>Der Test endete</translation>
    </message>
    <message>
        <source>The plan was applied</source>
        <translation>Der Plan wurde angewandt</translation>
    </message>
</context>
<context>
    <name>sparkloom::viewmodels::SidePagesViewModel</name>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Über</translation>
    </message>
    <message>
        <source>Faults</source>
        <extracomment>what can go wrong with virtual Sparks</extracomment>
        <translation>Fehler</translation>
    </message>
</context>
<context>
    <name>sparkloom::viewmodels::SignInViewModel</name>
    <message>
        <source>Waiting for you</source>
        <translation>Wartet auf Sie</translation>
    </message>
    <message>
        <source>Are these really your Sparks?</source>
        <translation>Sind das wirklich Ihre Sparks?</translation>
    </message>
    <message numerus="yes">
        <source>Signed in to %n Spark(s).</source>
        <translation>
            <numerusform>Auf %n Spark angemeldet.</numerusform>
            <numerusform>Auf %n Sparks angemeldet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n Spark(s) did not accept the sign-in.</source>
        <translation>
            <numerusform>%n Spark nahm die Anmeldung nicht an.</numerusform>
            <numerusform>%n Sparks nahmen die Anmeldung nicht an.</numerusform>
        </translation>
    </message>
    <message>
        <source>Signing in.</source>
        <translation>Die Anmeldung läuft.</translation>
    </message>
    <message numerus="yes">
        <source>%n Spark(s) could not be signed in to.</source>
        <translation>
            <numerusform>Auf %n Spark ging die Anmeldung nicht.</numerusform>
            <numerusform>Auf %n Sparks ging die Anmeldung nicht.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sign in to the virtual Sparks.</source>
        <translation>Melden Sie sich bei den virtuellen Sparks an.</translation>
    </message>
    <message>
        <source>Sign in to your Sparks.</source>
        <translation>Melden Sie sich bei Ihren Sparks an.</translation>
    </message>
    <message>
        <source>Compare each fingerprint with the one that the Spark itself shows. Nothing secret is sent before you accept it.</source>
        <translation>Vergleichen Sie jeden Fingerabdruck mit dem, den der Spark selbst zeigt. Nichts Geheimes wird gesendet, bevor Sie ihn annehmen.</translation>
    </message>
    <message>
        <source>From now on this computer gets in with its own key; the password is forgotten.</source>
        <translation>Ab jetzt kommt dieser Computer mit seinem eigenen Schlüssel hinein; das Passwort ist vergessen.</translation>
    </message>
    <message>
        <source>They bring their user name, password and fingerprints, so there is nothing to type.</source>
        <translation>Sie bringen Benutzernamen, Passwort und Fingerabdrücke mit; es gibt nichts zu tippen.</translation>
    </message>
    <message>
        <source>Use the account that you made when you first switched the Spark on.</source>
        <translation>Nehmen Sie das Konto, das Sie beim ersten Einschalten des Sparks angelegt haben.</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Mark each fingerprint that you compared</source>
        <translation>Markieren Sie jeden Fingerabdruck, den Sie verglichen haben</translation>
    </message>
    <message numerus="yes">
        <source>Accept %n fingerprint(s)</source>
        <translation>
            <numerusform>%n Fingerabdruck annehmen</numerusform>
            <numerusform>%n Fingerabdrücke annehmen</numerusform>
        </translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Answer at the Spark that is marked</source>
        <translation>Antworten Sie bei dem markierten Spark</translation>
    </message>
    <message>
        <source>Signing in; a Spark that does not answer is given up after 18 seconds</source>
        <translation>Anmeldung läuft; ein Spark, der nicht antwortet, wird nach 18 Sekunden aufgegeben</translation>
    </message>
    <message>
        <source>Choose Sparks first</source>
        <translation>Wählen Sie erst Sparks</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Type the user name</source>
        <translation>Tippen Sie den Benutzernamen</translation>
    </message>
    <message>
        <source>%1 shows another key than before.</source>
        <translation>%1 zeigt einen anderen Schlüssel als zuvor.</translation>
    </message>
    <message>
        <source>A key stands for one machine. Nothing secret was sent to this one.</source>
        <translation>Ein Schlüssel steht für ein Gerät. An dieses wurde nichts Geheimes gesendet.</translation>
    </message>
    <message>
        <source>What is put on each Spark:
•  in ~/.ssh/authorized_keys one line, the public key of this computer
•  in ~/.cache/sparkloom a helper program
Nothing else, and nothing as root. It can be removed again.</source>
        <translation>Was auf jeden Spark kommt:
•  in ~/.ssh/authorized_keys eine Zeile, der öffentliche Schlüssel dieses Computers
•  in ~/.cache/sparkloom ein Hilfsprogramm
Sonst nichts, und nichts als root. Es lässt sich wieder entfernen.</translation>
    </message>
    <message>
        <source>How to compare: with screen and keyboard at the Spark, open a terminal there and type the line below. One of the lines that it prints must hold the same fingerprint, every character of it.</source>
        <translation>So wird verglichen: mit Bildschirm und Tastatur am Spark dort ein Terminal öffnen und die Zeile unten eintippen. Eine der Zeilen, die sie ausgibt, muss denselben Fingerabdruck enthalten, Zeichen für Zeichen.</translation>
    </message>
    <message>
        <source>Type a user name beside each Spark</source>
        <translation>Neben jedem Spark einen Benutzernamen eintippen</translation>
    </message>
    <message>
        <source>The user name or the password was not accepted.</source>
        <translation>Der Benutzername oder das Passwort wurde nicht angenommen.</translation>
    </message>
    <message>
        <source>The key of this computer is on these Sparks: user name and password can stay empty.</source>
        <translation>Der Schlüssel dieses Computers ist auf diesen Sparks: Benutzername und Passwort können leer bleiben.</translation>
    </message>
    <message>
        <source>The key of this computer is on %1: nothing has to be typed for that.</source>
        <extracomment>%1 are the names of some Sparks</extracomment>
        <translation>Der Schlüssel dieses Computers ist auf %1: Dafür muss nichts eingegeben werden.</translation>
    </message>
    <message>
        <source>The same key as %1: one was copied from the other. Make new host keys on one of them:</source>
        <translation>Derselbe Schlüssel wie %1: der eine wurde vom anderen kopiert. Erzeugen Sie auf einem neue Host-Schlüssel:</translation>
    </message>
</context>
<context>
    <name>sparkloom::viewmodels::StartViewModel</name>
    <message>
        <source>set up</source>
        <translation>eingerichtet</translation>
    </message>
    <message>
        <source>not set up yet</source>
        <translation>noch nicht eingerichtet</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>unterbrochen</translation>
    </message>
    <message>
        <source>Starting the virtual Sparks.</source>
        <translation>Die virtuellen Sparks starten.</translation>
    </message>
    <message>
        <source>You are practising.</source>
        <translation>Es wird geübt.</translation>
    </message>
    <message numerus="yes">
        <source>%n Spark(s) on this network.</source>
        <translation>
            <numerusform>%n Spark in diesem Netz.</numerusform>
            <numerusform>%n Sparks in diesem Netz.</numerusform>
        </translation>
    </message>
    <message>
        <source>Let your Sparks work as one.</source>
        <translation>Aus Ihren Sparks wird eins.</translation>
    </message>
    <message>
        <source>Welcome back.</source>
        <translation>Willkommen zurück.</translation>
    </message>
    <message>
        <source>Sparkloom finds them, says which plug goes where, sets them up and proves that they work together.</source>
        <translation>Sparkloom findet sie, sagt, welcher Stecker wohin gehört, richtet sie ein und weist nach, dass sie zusammenarbeiten.</translation>
    </message>
    <message>
        <source>Set up Sparks</source>
        <translation>Sparks einrichten</translation>
    </message>
    <message>
        <source>The virtual Sparks are starting</source>
        <translation>Die virtuellen Sparks starten</translation>
    </message>
    <message>
        <source>While you practise, this network is not searched.</source>
        <translation>Während geübt wird, wird dieses Netz nicht abgesucht.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Listening for Sparks. They appear here by themselves.</source>
        <translation>Es wird nach Sparks gehorcht. Sie erscheinen hier von selbst.</translation>
    </message>
    <message>
        <source>No Spark has announced itself yet. The next page says what may be in the way.</source>
        <translation>Noch hat sich kein Spark gemeldet. Die nächste Seite sagt, was im Weg sein kann.</translation>
    </message>
    <message>
        <source>To set up</source>
        <translation>Einzurichten</translation>
    </message>
    <message>
        <source>Healthy</source>
        <translation>Gesund</translation>
    </message>
    <message>
        <source>Sick</source>
        <translation>Krank</translation>
    </message>
    <message>
        <source>Type a name like spark-1a2b.local, or an address like 192.168.1.20.</source>
        <translation>Einen Namen wie spark-1a2b.local eintippen, oder eine Adresse wie 192.168.1.20.</translation>
    </message>
</context>
<context>
    <name>sparkloom::viewmodels::StepsViewModel</name>
    <message>
        <source>Find</source>
        <comment>step</comment>
        <translation>Finden</translation>
    </message>
    <message>
        <source>Sign in</source>
        <comment>step</comment>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Cable</source>
        <comment>step: plug the cables</comment>
        <translation>Verkabeln</translation>
    </message>
    <message>
        <source>Review</source>
        <comment>step</comment>
        <translation>Durchsehen</translation>
    </message>
    <message>
        <source>Apply</source>
        <comment>step</comment>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Prove</source>
        <comment>step</comment>
        <translation>Nachweisen</translation>
    </message>
    <message>
        <source>shown now</source>
        <translation>gerade offen</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>noch nicht</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>at work</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>needs you</source>
        <translation>braucht Sie</translation>
    </message>
    <message>
        <source>Start</source>
        <comment>the first page</comment>
        <translation>Start</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <comment>page about a change that was cut off</comment>
        <translation>Unterbrochen</translation>
    </message>
    <message>
        <source>Topology</source>
        <comment>step: choose the form</comment>
        <translation>Form</translation>
    </message>
    <message>
        <source>Live</source>
        <comment>page: what the cables carry now</comment>
        <translation>Live</translation>
    </message>
    <message>
        <source>Tests</source>
        <comment>page: measurements</comment>
        <translation>Tests</translation>
    </message>
    <message>
        <source>A change is under way on the Sparks: this opens when it is over.</source>
        <translation>Auf den Sparks wird gerade etwas geändert: Dies geht danach wieder auf.</translation>
    </message>
    <message>
        <source>Choose at least two Sparks first.</source>
        <translation>Wählen Sie zuerst mindestens zwei Sparks.</translation>
    </message>
    <message>
        <source>Sign in to all Sparks first.</source>
        <translation>Melden Sie sich zuerst bei allen Sparks an.</translation>
    </message>
    <message>
        <source>Plug the cables first.</source>
        <translation>Stecken Sie zuerst die Kabel.</translation>
    </message>
    <message>
        <source>Apply a plan first.</source>
        <translation>Wenden Sie zuerst einen Plan an.</translation>
    </message>
    <message>
        <source>virtual Sparks</source>
        <extracomment>%1: the form, &quot;Ring&quot;</extracomment>
        <translation>virtuelle Sparks</translation>
    </message>
    <message>
        <source>%1 · virtual</source>
        <translation>%1 · virtuell</translation>
    </message>
</context>
<context>
    <name>sparkloom::viewmodels::SudoViewModel</name>
    <message>
        <source>%1 did not accept this sudo password.</source>
        <translation>%1 nahm dieses sudo-Passwort nicht an.</translation>
    </message>
    <message>
        <source>%1 asks for your sudo password.</source>
        <translation>%1 fragt nach Ihrem sudo-Passwort.</translation>
    </message>
</context>
<context>
    <name>sparkloom::viewmodels::TestWords</name>
    <message>
        <source>%1 Gb/s</source>
        <translation>%1 Gb/s</translation>
    </message>
    <message>
        <source>%1 µs</source>
        <translation>%1 µs</translation>
    </message>
    <message>
        <source>%1 GB/s</source>
        <translation>%1 GB/s</translation>
    </message>
    <message numerus="yes">
        <source>%n not tested</source>
        <comment>rungs</comment>
        <translation>
            <numerusform>%n nicht geprüft</numerusform>
            <numerusform>%n nicht geprüft</numerusform>
        </translation>
    </message>
    <message>
        <source>Your two Sparks are connected at full speed.</source>
        <translation>Ihre beiden Sparks sind mit vollem Tempo verbunden.</translation>
    </message>
    <message numerus="yes">
        <source>Your %n Sparks are connected at full speed.</source>
        <translation>
            <numerusform>Ihr %n Spark ist mit vollem Tempo verbunden.</numerusform>
            <numerusform>Ihre %n Sparks sind mit vollem Tempo verbunden.</numerusform>
        </translation>
    </message>
    <message>
        <source>No counter saw the wire.</source>
        <translation>Kein Zähler hat die Leitung gesehen.</translation>
    </message>
    <message>
        <source>%1 arrived, the port of the socket counted %2 with headers: they agree.</source>
        <translation>%1 kamen an, der Anschluss der Buchse zählte %2 mit Köpfen: Das passt zusammen.</translation>
    </message>
    <message>
        <source>%1 arrived, the port of the socket counted %2: they do not agree.</source>
        <translation>%1 kamen an, der Anschluss der Buchse zählte %2: Das passt nicht zusammen.</translation>
    </message>
    <message>
        <source>%1 arrived, the kernel counted %2: they agree.</source>
        <translation>%1 kamen an, der Kernel zählte %2: Das passt zusammen.</translation>
    </message>
    <message>
        <source>%1 arrived, the kernel counted %2: they do not agree.</source>
        <translation>%1 kamen an, der Kernel zählte %2: Das passt nicht zusammen.</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s), %1 to %2.</source>
        <translation>
            <numerusform>%n Lauf, %1 bis %2.</numerusform>
            <numerusform>%n Läufe, %1 bis %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s) sent again.</source>
        <translation>
            <numerusform>%n Segment noch einmal gesendet.</numerusform>
            <numerusform>%n Segmente noch einmal gesendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Busy cores: %1 sending, %2 receiving.</source>
        <translation>Beschäftigte Kerne: %1 beim Senden, %2 beim Empfangen.</translation>
    </message>
    <message>
        <source>Expected: %1 %2 or more</source>
        <translation>Erwartet: %1 %2 oder mehr</translation>
    </message>
    <message>
        <source>%1; %2.</source>
        <translation>%1; %2.</translation>
    </message>
    <message>
        <source>%1, half %2, under load</source>
        <translation>%1, Hälfte %2, unter Last</translation>
    </message>
    <message>
        <source>%1, half %2, idle</source>
        <translation>%1, Hälfte %2, ohne Last</translation>
    </message>
    <message>
        <source>Half of the round trips took at most %1 µs, 99 % at most %2, 99.9 % at most %3.</source>
        <translation>Die Hälfte der Umläufe brauchte höchstens %1 µs, 99 % höchstens %2, 99,9 % höchstens %3.</translation>
    </message>
    <message>
        <source>Every result was compared: none was wrong.</source>
        <translation>Jedes Ergebnis wurde verglichen: keines war falsch.</translation>
    </message>
    <message numerus="yes">
        <source>%n wrong value(s)!</source>
        <translation>
            <numerusform>%n falscher Wert!</numerusform>
            <numerusform>%n falsche Werte!</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, half %2: %3 grew by %4.</source>
        <translation>%1, Hälfte %2: %3 wuchs um %4.</translation>
    </message>
    <message numerus="yes">
        <source>RDMA: %n queue pair(s) on each half</source>
        <translation>
            <numerusform>RDMA: %n Queue Pair auf jeder Hälfte</numerusform>
            <numerusform>RDMA: %n Queue Pairs auf jeder Hälfte</numerusform>
        </translation>
    </message>
    <message>
        <source>messages of %1</source>
        <translation>Nachrichten von %1</translation>
    </message>
    <message numerus="yes">
        <source>TCP: %n stream(s) on each half</source>
        <translation>
            <numerusform>TCP: %n Strom auf jeder Hälfte</numerusform>
            <numerusform>TCP: %n Ströme auf jeder Hälfte</numerusform>
        </translation>
    </message>
    <message>
        <source>NCCL: %1 to %2</source>
        <translation>NCCL: %1 bis %2</translation>
    </message>
    <message>
        <source>runs of %1 s</source>
        <translation>Läufe von %1 s</translation>
    </message>
    <message>
        <source>MTU %1</source>
        <translation>MTU %1</translation>
    </message>
    <message>
        <source>Now %1 Gb/s, expected %2 or more.</source>
        <translation>Jetzt %1 Gb/s, erwartet %2 oder mehr.</translation>
    </message>
    <message>
        <source>Now %1 Gb/s.</source>
        <translation>Jetzt %1 Gb/s.</translation>
    </message>
    <message>
        <source>Between %1 and %2 so far.</source>
        <translation>Bisher zwischen %1 und %2.</translation>
    </message>
    <message numerus="yes">
        <source>Below what is expected %n time(s).</source>
        <translation>
            <numerusform>%n Mal unter dem Erwarteten.</numerusform>
            <numerusform>%n Mal unter dem Erwarteten.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 to %2 Gb/s</source>
        <translation>%1 bis %2 Gb/s</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>when, which test</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Cable %1, %2 – %3</source>
        <translation>Kabel %1, %2 – %3</translation>
    </message>
    <message>
        <source>good</source>
        <translation>gut</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>in Ordnung</translation>
    </message>
    <message>
        <source>not tested</source>
        <translation>nicht geprüft</translation>
    </message>
    <message>
        <source>suspect</source>
        <translation>verdächtig</translation>
    </message>
    <message>
        <source>degraded</source>
        <translation>zu langsam</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>gestört</translation>
    </message>
    <message>
        <source>invalid</source>
        <translation>ungültig</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>misslungen</translation>
    </message>
    <message>
        <source>Check everything</source>
        <comment>test: the ladder</comment>
        <translation>Alles prüfen</translation>
    </message>
    <message>
        <source>TCP</source>
        <comment>test</comment>
        <translation>TCP</translation>
    </message>
    <message>
        <source>RDMA</source>
        <comment>test</comment>
        <translation>RDMA</translation>
    </message>
    <message>
        <source>NCCL</source>
        <comment>test</comment>
        <translation>NCCL</translation>
    </message>
    <message>
        <source>Climbs from the plug to NCCL, rung by rung, and stops at the first rung that fails: that one is the cause. Start here.</source>
        <translation>Steigt vom Stecker bis zu NCCL, Sprosse für Sprosse, und hält an der ersten an, die misslingt: Dort liegt die Ursache. Hier beginnen.</translation>
    </message>
    <message>
        <source>What copying files and most programs use. Many streams over each half, then over both; a Spark&apos;s CPU sets the limit, not the cable.</source>
        <translation>Was beim Kopieren von Dateien und in den meisten Programmen benutzt wird. Viele Ströme über jede Hälfte, dann über beide; die Grenze setzt der Prozessor des Sparks, nicht das Kabel.</translation>
    </message>
    <message>
        <source>What AI jobs use: data goes from memory to memory, past the CPU. This is the speed of the cable itself.</source>
        <translation>Was KI-Jobs benutzen: Daten gehen von Arbeitsspeicher zu Arbeitsspeicher, am Prozessor vorbei. Das ist das Tempo des Kabels selbst.</translation>
    </message>
    <message>
        <source>What training and inference really call. All chosen Sparks exchange data together, as a job would, and every result is compared.</source>
        <translation>Was Training und Inferenz wirklich aufrufen. Alle gewählten Sparks tauschen gemeinsam Daten aus, wie ein Job es täte, und jedes Ergebnis wird verglichen.</translation>
    </message>
    <message>
        <source>Quick</source>
        <comment>length of a test</comment>
        <translation>Kurz</translation>
    </message>
    <message>
        <source>Normal</source>
        <comment>length of a test</comment>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Full</source>
        <comment>length of a test</comment>
        <translation>Voll</translation>
    </message>
    <message>
        <source>Soak, 10 minutes</source>
        <comment>length of a test</comment>
        <translation>Dauerlast, 10 Minuten</translation>
    </message>
    <message>
        <source>One run of what decides; what looks slow is measured twice more before it is called slow.</source>
        <translation>Ein Lauf von dem, was entscheidet; was langsam aussieht, wird noch zweimal gemessen, bevor es langsam heißt.</translation>
    </message>
    <message>
        <source>Three runs of each figure, so that one odd run does not decide.</source>
        <translation>Drei Läufe für jeden Wert, damit kein einzelner Ausreißer entscheidet.</translation>
    </message>
    <message>
        <source>Three runs of everything, all cables at once too.</source>
        <translation>Drei Läufe von allem, auch alle Kabel zugleich.</translation>
    </message>
    <message>
        <source>Three runs of everything.</source>
        <translation>Drei Läufe von allem.</translation>
    </message>
    <message>
        <source>Then ten minutes under load, with every error counted: for cables that fail only now and then.</source>
        <translation>Danach zehn Minuten unter Last, und jeder Fehler wird gezählt: für Kabel, die nur ab und zu versagen.</translation>
    </message>
    <message numerus="yes">
        <source>NCCL, %n Spark(s) together</source>
        <translation>
            <numerusform>NCCL, %n Spark</numerusform>
            <numerusform>NCCL, %n Sparks zusammen</numerusform>
        </translation>
    </message>
    <message>
        <source>All cables at once, both directions</source>
        <translation>Alle Kabel zugleich, beide Richtungen</translation>
    </message>
    <message>
        <source>latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>one half alone</source>
        <translation>eine Hälfte allein</translation>
    </message>
    <message>
        <source>half %1 alone</source>
        <translation>Hälfte %1 allein</translation>
    </message>
    <message>
        <source>both halves together</source>
        <translation>beide Hälften zusammen</translation>
    </message>
    <message>
        <source>both directions at once</source>
        <translation>beide Richtungen zugleich</translation>
    </message>
    <message>
        <source>Through the switch, %1</source>
        <translation>Durch den Switch, %1</translation>
    </message>
    <message>
        <source>Cable %1, %2</source>
        <translation>Kabel %1, %2</translation>
    </message>
    <message>
        <source>both: %1</source>
        <comment>both halves, from and to</comment>
        <translation>beide: %1</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>from Spark, to Spark</comment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>minutes</comment>
        <translation>%1 min</translation>
    </message>
</context>
<context>
    <name>sparkloom::viewmodels::TestsViewModel</name>
    <message>
        <source>A measurement needs two Sparks that are signed in.</source>
        <translation>Eine Messung braucht zwei angemeldete Sparks.</translation>
    </message>
    <message>
        <source>Nothing is set up yet, so nothing can be measured.</source>
        <translation>Noch ist nichts eingerichtet, also kann nichts gemessen werden.</translation>
    </message>
    <message>
        <source>The test could not be carried out.</source>
        <translation>Der Test konnte nicht ausgeführt werden.</translation>
    </message>
    <message>
        <source>Stopped. Nothing of it runs on any Spark any more.</source>
        <translation>Angehalten. Auf keinem Spark läuft noch etwas davon.</translation>
    </message>
    <message>
        <source>Measure what your cables carry.</source>
        <translation>Messen, was die Kabel tragen.</translation>
    </message>
    <message>
        <source>Stopping.</source>
        <translation>Wird angehalten.</translation>
    </message>
    <message>
        <source>Measuring, about %1 left.</source>
        <translation>Messung läuft, noch etwa %1.</translation>
    </message>
    <message>
        <source>Looking at the Sparks before measuring.</source>
        <translation>Vor der Messung werden die Sparks angesehen.</translation>
    </message>
    <message>
        <source>Both ends of a cable take part. Sign in first.</source>
        <translation>Beide Enden eines Kabels nehmen teil. Zuerst anmelden.</translation>
    </message>
    <message>
        <source>No two halves have addresses in one subnet. The steps on the left set that up.</source>
        <translation>Keine zwei Hälften haben Adressen in einem Teilnetz. Die Schritte links richten das ein.</translation>
    </message>
    <message>
        <source>Choose cables and a test. Nothing is changed on any Spark.</source>
        <translation>Kabel und Test wählen. Auf keinem Spark wird etwas geändert.</translation>
    </message>
    <message>
        <source>Start the test</source>
        <translation>Test beginnen</translation>
    </message>
    <message>
        <source>Nothing is set up yet</source>
        <translation>Noch ist nichts eingerichtet</translation>
    </message>
    <message>
        <source>Choose at least one cable</source>
        <translation>Mindestens ein Kabel wählen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Wird angehalten</translation>
    </message>
    <message>
        <source>Test again</source>
        <translation>Noch einmal testen</translation>
    </message>
    <message>
        <source>No cable is chosen.</source>
        <translation>Kein Kabel ist gewählt.</translation>
    </message>
    <message>
        <source>Takes about %1.</source>
        <translation>Dauert etwa %1.</translation>
    </message>
    <message>
        <source>Loads cable %1 fully: whatever else uses it becomes slow meanwhile.</source>
        <translation>Belastet Kabel %1 ganz: Was es sonst benutzt, wird inzwischen langsam.</translation>
    </message>
    <message>
        <source>Loads cables %1 fully: whatever else uses them becomes slow meanwhile.</source>
        <translation>Belastet die Kabel %1 ganz: Was sie sonst benutzt, wird inzwischen langsam.</translation>
    </message>
    <message>
        <source>Loads the cables to the switch fully: whatever else uses them becomes slow meanwhile.</source>
        <translation>Belastet die Kabel zum Switch ganz: Was sie sonst benutzt, wird inzwischen langsam.</translation>
    </message>
    <message>
        <source>Takes up to %1 of memory on each Spark.</source>
        <translation>Braucht bis zu %1 Arbeitsspeicher auf jedem Spark.</translation>
    </message>
    <message>
        <source>Looking whether something uses the fabric.</source>
        <translation>Es wird nachgesehen, ob etwas den Verbund benutzt.</translation>
    </message>
    <message>
        <source>Nothing else uses the fabric now.</source>
        <translation>Nichts anderes benutzt jetzt den Verbund.</translation>
    </message>
    <message>
        <source>The test would slow it down, and would be slowed down by it.</source>
        <translation>Der Test würde es bremsen und von ihm gebremst.</translation>
    </message>
    <message>
        <source>%1 of %2: %3</source>
        <comment>measurement, of how many, which</comment>
        <translation>%1 von %2: %3</translation>
    </message>
    <message>
        <source>This was measured before; now not all Sparks can be reached.</source>
        <translation>Das wurde früher gemessen; jetzt sind nicht alle Sparks erreichbar.</translation>
    </message>
    <message>
        <source>Something has changed since this was measured: a kernel, a driver, firmware, MTU or a link. Test again to know what holds now.</source>
        <translation>Seit dieser Messung hat sich etwas geändert: ein Kernel, ein Treiber, Firmware, MTU oder eine Verbindung. Noch einmal testen, um zu wissen, was jetzt gilt.</translation>
    </message>
    <message>
        <source>Measured %1. %2.</source>
        <comment>when, how</comment>
        <translation>Gemessen %1. %2.</translation>
    </message>
    <message>
        <source>lane %1 %2</source>
        <translation>Spur %1 %2</translation>
    </message>
    <message>
        <source>the switch</source>
        <translation>dem Switch</translation>
    </message>
    <message>
        <source>not chosen</source>
        <translation>nicht gewählt</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>gewählt</translation>
    </message>
    <message>
        <source>Cable %1, %2 – %3: %4, %5.</source>
        <translation>Kabel %1, %2 – %3: %4, %5.</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
</context>
<context>
    <name>sparkloom::viewmodels::TopologyViewModel</name>
    <message>
        <source>Cabled already</source>
        <translation>Schon verkabelt</translation>
    </message>
    <message>
        <source>Recommended</source>
        <translation>Empfohlen</translation>
    </message>
    <message>
        <source>%1 GB of memory together</source>
        <translation>zusammen %1 GB Arbeitsspeicher</translation>
    </message>
    <message>
        <source>%1 GB of memory for each two</source>
        <translation>%1 GB Arbeitsspeicher für je zwei</translation>
    </message>
    <message numerus="yes">
        <source>%n cable(s)</source>
        <translation>
            <numerusform>%n Kabel</numerusform>
            <numerusform>%n Kabel</numerusform>
        </translation>
    </message>
    <message>
        <source>a switch</source>
        <translation>ein Switch</translation>
    </message>
    <message>
        <source>storage</source>
        <translation>Netzwerkspeicher</translation>
    </message>
    <message>
        <source>no switch</source>
        <translation>kein Switch</translation>
    </message>
    <message>
        <source>%1 to %2 Gb/s</source>
        <translation>%1 bis %2 Gb/s</translation>
    </message>
    <message>
        <source>How are they to be joined?</source>
        <translation>Wie sollen sie verbunden werden?</translation>
    </message>
    <message>
        <source>You have already cabled %1: use it.</source>
        <extracomment>%1: &quot;a ring&quot;, &quot;a pair with one cable&quot;</extracomment>
        <translation>Schon verkabelt ist %1: Das lässt sich nutzen.</translation>
    </message>
    <message>
        <source>Finding out where your cables lead.</source>
        <translation>Es wird festgestellt, wohin die Kabel führen.</translation>
    </message>
    <message numerus="yes">
        <source>You have begun: %n cable(s) of %1 in place.</source>
        <translation>
            <numerusform>Begonnen ist %1: %n Kabel steckt.</numerusform>
            <numerusform>Begonnen ist %1: %n Kabel stecken.</numerusform>
        </translation>
    </message>
    <message>
        <source>Both ends of a cable speak to each other first. This takes a few seconds.</source>
        <translation>Die beiden Enden eines Kabels sprechen zuerst miteinander. Das dauert ein paar Sekunden.</translation>
    </message>
    <message>
        <source>Every cable has two lanes, one for each half of a socket. You can come back and choose another form.</source>
        <translation>Jedes Kabel hat zwei Spuren, eine für jede Hälfte einer Buchse. Eine andere Form lässt sich auch später noch wählen.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Sign in to two Sparks or more first</source>
        <translation>Zuerst bei zwei Sparks oder mehr anmelden</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Nutzen</translation>
    </message>
    <message>
        <source>Nothing: your cables suffice. The next page says which plugs to move.</source>
        <translation>Nichts: Ihre Kabel genügen. Die nächste Seite sagt, welche Stecker umzustecken sind.</translation>
    </message>
    <message>
        <source>Nothing: every cable is plugged.</source>
        <translation>Nichts: Jedes Kabel steckt.</translation>
    </message>
    <message numerus="yes">
        <source>%n more cable(s), one of these:</source>
        <translation>
            <numerusform>%n weiteres Kabel, eines von diesen:</numerusform>
            <numerusform>%n weitere Kabel, von diesen:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cable(s), one of these:</source>
        <translation>
            <numerusform>%n Kabel, eines von diesen:</numerusform>
            <numerusform>%n Kabel, von diesen:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A switch with %n socket(s) of 200 Gb/s (QSFP56). Where it has sockets of 400 Gb/s, cables that split one for two Sparks; these were seen at work:</source>
        <translation>
            <numerusform>Ein Switch mit %n Buchse zu 200 Gb/s (QSFP56). Hat er Buchsen zu 400 Gb/s, dann Kabel, die eine für zwei Sparks teilen; diese wurden in Betrieb gesehen:</numerusform>
            <numerusform>Ein Switch mit %n Buchsen zu 200 Gb/s (QSFP56). Hat er Buchsen zu 400 Gb/s, dann Kabel, die eine für zwei Sparks teilen; diese wurden in Betrieb gesehen:</numerusform>
        </translation>
    </message>
    <message>
        <source>What goes to the storage depends on its sockets. Cables for 10 or 40 Gb/s are too slow.</source>
        <translation>Was zum Netzwerkspeicher führt, hängt von dessen Buchsen ab. Kabel für 10 oder 40 Gb/s sind zu langsam.</translation>
    </message>
    <message>
        <source>InfiniBand switches do not work. Cables for 10 or 40 Gb/s are too slow.</source>
        <translation>InfiniBand-Switches gehen nicht. Kabel für 10 oder 40 Gb/s sind zu langsam.</translation>
    </message>
    <message>
        <source>They are short: the Sparks stand side by side. Cables for 10 or 40 Gb/s are too slow.</source>
        <translation>Sie sind kurz: Die Sparks stehen nebeneinander. Kabel für 10 oder 40 Gb/s sind zu langsam.</translation>
    </message>
    <message>
        <source>%1 to %2 Gb/s each way between neighbours, with RDMA over both lanes.</source>
        <translation>%1 bis %2 Gb/s je Richtung zwischen Nachbarn, mit RDMA über beide Spuren.</translation>
    </message>
    <message>
        <source>NCCL over all: %1 to %2 GB/s are published.</source>
        <translation>NCCL über alle: Veröffentlicht sind %1 bis %2 GB/s.</translation>
    </message>
    <message>
        <source>What 200 Gb/s leave beside the packets&apos; headers, with MTU 1500 and with 9000; published measurements agree.</source>
        <translation>Was von 200 Gb/s neben den Köpfen der Pakete bleibt, bei MTU 1500 und bei 9000; veröffentlichte Messungen stimmen damit überein.</translation>
    </message>
    <message>
        <source>Some sockets are asleep, so a cable in them does not show. Waking them asks for sudo, and is taken back.</source>
        <translation>Manche Buchsen schlafen, ein Kabel darin zeigt sich nicht. Das Wecken fragt nach sudo und wird zurückgenommen.</translation>
    </message>
</context>
<context>
    <name>sparkloom::viewmodels::Words</name>
    <message>
        <source>lost, connecting again</source>
        <translation>verloren, wird neu verbunden</translation>
    </message>
    <message>
        <source>asleep until a cable is plugged</source>
        <translation>schläft, bis ein Kabel steckt</translation>
    </message>
    <message>
        <source>Switch %1</source>
        <translation>Switch %1</translation>
    </message>
    <message>
        <source>Switch</source>
        <translation>Switch</translation>
    </message>
    <message>
        <source>%1 GB memory</source>
        <translation>%1 GB Speicher</translation>
    </message>
    <message>
        <source>Not signed in yet</source>
        <translation>Noch nicht angemeldet</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Verbindet</translation>
    </message>
    <message>
        <source>Waiting for you to compare its fingerprint</source>
        <translation>Wartet, bis Sie den Fingerabdruck verglichen haben</translation>
    </message>
    <message>
        <source>Its key has changed</source>
        <translation>Sein Schlüssel ist ein anderer</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>Meldet an</translation>
    </message>
    <message>
        <source>Installing this computer&apos;s key</source>
        <translation>Hinterlegt den Schlüssel dieses Computers</translation>
    </message>
    <message>
        <source>Copying the helper program</source>
        <translation>Kopiert das Hilfsprogramm</translation>
    </message>
    <message>
        <source>Looking at its hardware and network</source>
        <translation>Sieht Hardware und Netz an</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Angemeldet</translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation>Nicht angemeldet</translation>
    </message>
    <message>
        <source>Connection lost, trying again</source>
        <translation>Verbindung verloren, neuer Versuch</translation>
    </message>
    <message>
        <source>To read the network settings that are there now: only root may read these files.</source>
        <translation>Um die jetzigen Netzwerkeinstellungen zu lesen: diese Dateien darf nur root lesen.</translation>
    </message>
    <message>
        <source>To wake the sleeping cages, so that plugs can be seen. It is taken back when you leave this page.</source>
        <translation>Um die schlafenden Buchsen zu wecken, damit Stecker zu sehen sind. Das wird zurückgenommen, wenn Sie diese Seite verlassen.</translation>
    </message>
    <message>
        <source>To write the network settings that you reviewed. If anything goes wrong they are taken back.</source>
        <translation>Um die durchgesehenen Netzwerkeinstellungen zu schreiben. Geht etwas schief, werden sie zurückgenommen.</translation>
    </message>
    <message>
        <source>To put the network settings back as they were before Sparkloom.</source>
        <translation>Um die Netzwerkeinstellungen zurückzusetzen, wie sie vor Sparkloom waren.</translation>
    </message>
    <message>
        <source>To remove what Sparkloom installed on this Spark.</source>
        <translation>Um zu entfernen, was Sparkloom auf diesem Spark installiert hat.</translation>
    </message>
    <message>
        <source>up</source>
        <translation>da</translation>
    </message>
    <message>
        <source>half up</source>
        <translation>halb da</translation>
    </message>
    <message>
        <source>to be plugged</source>
        <translation>zu stecken</translation>
    </message>
    <message>
        <source>later</source>
        <translation>später</translation>
    </message>
    <message>
        <source>wrong socket</source>
        <translation>falsche Buchse</translation>
    </message>
    <message>
        <source>down</source>
        <translation>ohne Verbindung</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>proven</source>
        <translation>nachgewiesen</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>misslungen</translation>
    </message>
    <message>
        <source>not tested</source>
        <translation>nicht geprüft</translation>
    </message>
    <message>
        <source>cage 0, next to the network plug</source>
        <translation>Käfig 0, neben dem Netzwerkstecker</translation>
    </message>
    <message>
        <source>cage 1, the outer one</source>
        <translation>Käfig 1, der äußere</translation>
    </message>
    <message>
        <source>A sealed pair</source>
        <translation>Ein neues Paar</translation>
    </message>
    <message>
        <source>A cabled pair</source>
        <translation>Ein verkabeltes Paar</translation>
    </message>
    <message>
        <source>A pair, two cables</source>
        <translation>Ein Paar, zwei Kabel</translation>
    </message>
    <message>
        <source>A ring of three</source>
        <translation>Ein Dreierring</translation>
    </message>
    <message>
        <source>Four on a switch</source>
        <translation>Vier am Switch</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Netzwerkspeicher</translation>
    </message>
    <message>
        <source>A line of three</source>
        <translation>Eine Linie aus dreien</translation>
    </message>
    <message>
        <source>A ring of four</source>
        <translation>Ein Ring aus vieren</translation>
    </message>
    <message>
        <source>A pair with storage</source>
        <translation>Ein Paar mit Netzwerkspeicher</translation>
    </message>
    <message>
        <source>Three on a switch, two cables</source>
        <translation>Drei am Switch, zwei Kabel</translation>
    </message>
    <message>
        <source>Eight on a switch</source>
        <translation>Acht am Switch</translation>
    </message>
    <message>
        <source>A class of 64</source>
        <translation>Ein Kurs mit 64</translation>
    </message>
    <message>
        <source>A finished pair</source>
        <translation>Ein fertiges Paar</translation>
    </message>
    <message>
        <source>A finished ring</source>
        <translation>Ein fertiger Ring</translation>
    </message>
    <message>
        <source>Four, finished</source>
        <translation>Vier, fertig</translation>
    </message>
    <message>
        <source>Half a cable</source>
        <translation>Ein halbes Kabel</translation>
    </message>
    <message>
        <source>Stuck at 13 Gb/s</source>
        <translation>Fest bei 13 Gb/s</translation>
    </message>
    <message>
        <source>Two packet sizes</source>
        <translation>Zwei Paketgrößen</translation>
    </message>
    <message>
        <source>The wrong network</source>
        <translation>Das falsche Netz</translation>
    </message>
    <message>
        <source>Two plugs swapped</source>
        <translation>Zwei Stecker vertauscht</translation>
    </message>
    <message>
        <source>A plug is missing</source>
        <translation>Ein Stecker fehlt</translation>
    </message>
    <message>
        <source>An untuned switch</source>
        <translation>Ein unangepasster Switch</translation>
    </message>
    <message>
        <source>An old BIOS</source>
        <translation>Ein altes BIOS</translation>
    </message>
    <message>
        <source>A dying cable</source>
        <translation>Ein sterbendes Kabel</translation>
    </message>
    <message>
        <source>Different software</source>
        <translation>Verschiedene Software</translation>
    </message>
    <message>
        <source>Configured before</source>
        <translation>Schon eingerichtet</translation>
    </message>
    <message>
        <source>A pulled cable</source>
        <translation>Ein gezogenes Kabel</translation>
    </message>
    <message>
        <source>Two Sparks stand side by side, connected to the home network and to nothing else. Without a cable their network chip is asleep: that is normal. Plug one cable into the same cage of both, and both halves come up within seconds.</source>
        <translation>Zwei Sparks stehen nebeneinander, mit dem Heimnetz verbunden und sonst mit nichts. Ohne Kabel schläft ihr Netzwerkchip: Das ist normal. Ein Kabel in denselben Käfig beider gesteckt, und beide Hälften sind in Sekunden da.</translation>
    </message>
    <message>
        <source>One cable joins cage 0 of both Sparks. It carries two lanes, one per half; no half has an address yet.</source>
        <translation>Ein Kabel verbindet Käfig 0 beider Sparks. Es trägt zwei Spuren, eine je Hälfte; noch hat keine Hälfte eine Adresse.</translation>
    </message>
    <message>
        <source>Cage 0 is joined with cage 0 and cage 1 with cage 1. The second cable brings redundancy; both cages share the same two PCIe links, so it brings no speed.</source>
        <translation>Käfig 0 ist mit Käfig 0 verbunden und Käfig 1 mit Käfig 1. Das zweite Kabel springt ein, wenn das erste ausfällt; schneller wird nichts, denn beide Käfige teilen sich dieselben zwei PCIe-Verbindungen.</translation>
    </message>
    <message>
        <source>Three cables in NVIDIA&apos;s orientation: cage 0 of each Spark goes to cage 1 of the next. Every Spark is a neighbour of every other.</source>
        <translation>Drei Kabel in NVIDIAs Anordnung: Käfig 0 jedes Sparks führt zu Käfig 1 des nächsten. Jeder Spark ist Nachbar jedes anderen.</translation>
    </message>
    <message>
        <source>One cable per Spark, cage 0 each, into a switch whose ports are one bridge and carry jumbo frames.</source>
        <translation>Ein Kabel je Spark, jeweils Käfig 0, in einen Switch, dessen Anschlüsse eine Bridge sind und Jumbo-Frames tragen.</translation>
    </message>
    <message>
        <source>A ring with a cable missing: the Spark in the middle has two neighbours, those at the ends have one. One more cable, from the free socket of one end to that of the other, makes it a ring.</source>
        <translation>Ein Ring, dem ein Kabel fehlt: Der Spark in der Mitte hat zwei Nachbarn, die an den Enden haben einen. Ein weiteres Kabel, von der freien Buchse des einen Endes zu der des anderen, macht daraus einen Ring.</translation>
    </message>
    <message>
        <source>Four cables, cage 0 of each Spark to cage 1 of the next. Every Spark has two neighbours; the one across is reached over the management network only, because RDMA does not pass through a Spark.</source>
        <translation>Vier Kabel, von Käfig 0 jedes Sparks zu Käfig 1 des nächsten. Jeder Spark hat zwei Nachbarn; der gegenüber ist nur über das Verwaltungsnetz zu erreichen, denn RDMA geht nicht durch einen Spark hindurch.</translation>
    </message>
    <message>
        <source>Cage 0 of both Sparks is joined by a cable; cage 1 of each leads to the switch of the storage. The storage itself says nothing to a Spark, so only its owner can tell what these cables are for.</source>
        <translation>Käfig 0 beider Sparks ist durch ein Kabel verbunden; Käfig 1 führt jeweils zum Switch des Netzwerkspeichers. Der Netzwerkspeicher selbst sagt einem Spark nichts, also weiß nur der Besitzer, wofür diese Kabel sind.</translation>
    </message>
    <message>
        <source>Both cages of every Spark lead into the one bridge of a switch. Four networks keep the four halves apart; the second cable brings redundancy and no speed, because both cages share the same two PCIe links.</source>
        <translation>Beide Käfige jedes Sparks führen in die eine Bridge eines Switches. Vier Netze halten die vier Hälften auseinander; das zweite Kabel springt ein, wenn das erste ausfällt, und macht nichts schneller, denn beide Käfige teilen sich dieselben zwei PCIe-Verbindungen.</translation>
    </message>
    <message>
        <source>One cable per Spark, one of every maker: what eight of them look like together.</source>
        <translation>Ein Kabel je Spark, von jedem Hersteller einer: So sehen acht zusammen aus.</translation>
    </message>
    <message>
        <source>A virtual Spark for every seat of a lecture hall, all on one switch. As many as anybody will want to see at once.</source>
        <translation>Ein virtueller Spark für jeden Platz eines Hörsaals, alle an einem Switch. So viele, wie man auf einmal sehen möchte.</translation>
    </message>
    <message>
        <source>One cable, set up by Sparkloom: every half has its own subnet and MTU 9000, the Sparks reach each other by SSH. This is what right looks like; compare the others with it.</source>
        <translation>Ein Kabel, von Sparkloom eingerichtet: Jede Hälfte hat ihr eigenes Subnetz und MTU 9000, die Sparks erreichen einander per SSH. So sieht es richtig aus; damit lassen sich die anderen vergleichen.</translation>
    </message>
    <message>
        <source>Three cables, six lanes, six subnets. Every Spark is a neighbour of every other, so nothing has to be routed.</source>
        <translation>Drei Kabel, sechs Spuren, sechs Subnetze. Jeder Spark ist Nachbar jedes anderen, also muss nichts geroutet werden.</translation>
    </message>
    <message>
        <source>One cable per Spark into a switch whose ports carry jumbo frames. All A halves share one subnet, all B halves another.</source>
        <translation>Ein Kabel je Spark in einen Switch, dessen Anschlüsse Jumbo-Frames tragen. Alle Hälften A teilen sich ein Subnetz, alle Hälften B ein anderes.</translation>
    </message>
    <message>
        <source>Somebody followed an old guide that knows one interface per socket. Only half A has an address; half B is up and idle, and the cable carries 100 of its 200 Gb/s. Nothing reports an error.</source>
        <translation>Jemand folgte einer alten Anleitung, die je Buchse nur eine Schnittstelle kennt. Nur Hälfte A hat eine Adresse; Hälfte B ist da und untätig, und das Kabel trägt 100 seiner 200 Gb/s. Nichts meldet einen Fehler.</translation>
    </message>
    <message>
        <source>Set up, link at 200 Gb/s, PCIe as it should be, no error anywhere - and 13 Gb/s. The NIC of spark-b started badly. A reboot of both with the cable in mends it, else a minute without power.</source>
        <translation>Eingerichtet, Verbindung mit 200 Gb/s, PCIe wie es sein soll, nirgends ein Fehler - und 13 Gb/s. Die Netzwerkkarte von spark-b ist schlecht gestartet. Ein Neustart beider mit gestecktem Kabel behebt es, sonst eine Minute ohne Strom.</translation>
    </message>
    <message>
        <source>spark-b lost its MTU: 1500 there, 9000 at spark-a. Small packets pass, so ping and SSH look fine; large ones vanish.</source>
        <translation>spark-b hat seine MTU verloren: 1500 dort, 9000 bei spark-a. Kleine Pakete kommen durch, also sehen ping und SSH gut aus; große verschwinden.</translation>
    </message>
    <message>
        <source>The cable is perfect, but a leftover settings file tells NCCL to go over the network plug: about 1 GB/s instead of 24.</source>
        <translation>Das Kabel ist tadellos, aber eine übrig gebliebene Einstellungsdatei sagt NCCL, dass es über den Netzwerkstecker gehen soll: etwa 1 GB/s statt 24.</translation>
    </message>
    <message>
        <source>The ends of cables 2 and 3 were mixed up: spark-c is connected to itself, and two cables join the same two Sparks. All lights are on.</source>
        <translation>Die Enden der Kabel 2 und 3 wurden vertauscht: spark-c ist mit sich selbst verbunden, und zwei Kabel verbinden dieselben zwei Sparks. Alle Lichter leuchten.</translation>
    </message>
    <message>
        <source>One end of cable 3 was forgotten: spark-c and spark-a are not neighbours. What looks like a line is a ring that lacks one plug.</source>
        <translation>Ein Ende von Kabel 3 wurde vergessen: spark-c und spark-a sind keine Nachbarn. Was wie eine Linie aussieht, ist ein Ring, dem ein Stecker fehlt.</translation>
    </message>
    <message>
        <source>Set up by hand: two subnets, but MTU 1500 everywhere, and the switch carries nothing larger. It works, at four fifths of what it could.</source>
        <translation>Von Hand eingerichtet: zwei Subnetze, aber überall MTU 1500, und der Switch trägt nichts Größeres. Es geht, mit vier Fünfteln dessen, was möglich wäre.</translation>
    </message>
    <message>
        <source>Half B of spark-b hangs on two PCIe lanes instead of four: 60 Gb/s there, 98 on the other half, 160 on the cable. The BIOS update of April 2026 wires it right.</source>
        <translation>Hälfte B von spark-b hängt an zwei PCIe-Lanes statt an vier: 60 Gb/s dort, 98 auf der anderen Hälfte, 160 auf dem Kabel. Das BIOS-Update vom April 2026 behebt es.</translation>
    </message>
    <message>
        <source>First a few broken frames under load, then the link drops for a second now and then, in the end it stays dark. Watch the error counters.</source>
        <translation>Erst ein paar kaputte Frames unter Last, dann reißt die Verbindung hin und wieder für eine Sekunde ab, am Ende bleibt sie weg. Auf die Fehlerzähler achten.</translation>
    </message>
    <message>
        <source>spark-b missed an update: another DGX OS, kernel and driver. Nothing is slow yet; it is the first thing to make equal when something is.</source>
        <translation>spark-b hat ein Update verpasst: anderes DGX OS, anderer Kernel und Treiber. Noch ist nichts langsam; wenn es so weit ist, wird das als Erstes angeglichen.</translation>
    </message>
    <message>
        <source>Left behind by other tools: both halves of spark-a in one subnet, and a second file on spark-b that says the same thing again. A set-up takes the files over, and undo puts them back byte for byte.</source>
        <translation>Von anderen Werkzeugen zurückgelassen: beide Hälften von spark-a in einem Subnetz, und eine zweite Datei auf spark-b, die dasselbe noch einmal sagt. Eine Einrichtung übernimmt die Dateien, und Rückgängigmachen stellt sie Byte für Byte wieder her.</translation>
    </message>
    <message>
        <source>Set up and healthy. Two seconds after a test has begun, somebody trips over the cable; ten seconds later it is plugged in again.</source>
        <translation>Eingerichtet und gesund. Zwei Sekunden nach Beginn eines Tests stolpert jemand über das Kabel; zehn Sekunden später steckt es wieder.</translation>
    </message>
    <message>
        <source>To read the plugs in the cages and to send raw frames, where nothing else tells which cable is which.</source>
        <translation>Um die Stecker in den Buchsen auszulesen und rohe Frames zu senden, wo sonst nichts verrät, welches Kabel wohin führt.</translation>
    </message>
    <message>
        <source>To let the light of a socket blink: only root may ask the network card for that.</source>
        <translation>Um das Licht einer Buchse blinken zu lassen: Darum darf nur root die Netzwerkkarte bitten.</translation>
    </message>
    <message>
        <source>general drawing</source>
        <translation>allgemein gezeichnet</translation>
    </message>
    <message>
        <source>lost, %1</source>
        <comment>and when it was last known</comment>
        <translation>weg, %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>not known, and the time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>state and speed of a cable</comment>
        <extracomment>the state of a cable, and its speed where that is less than it should be</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>last known %1</source>
        <extracomment>%1 is a time of day</extracomment>
        <translation>zuletzt %1</translation>
    </message>
    <message>
        <source>the network chip is waking up</source>
        <translation>der Netzwerkchip wacht auf</translation>
    </message>
    <message>
        <source>%1 Gb/s</source>
        <translation>%1 Gb/s</translation>
    </message>
</context>
<context>
    <name>sparkloom::widgets::AboutPage</name>
    <message>
        <source>Text of the licence %1</source>
        <translation>Text der Lizenz %1</translation>
    </message>
    <message>
        <source>Sparkloom %1</source>
        <translation>Sparkloom %1</translation>
    </message>
    <message>
        <source>Finds, cables, configures and proves clusters of DGX Sparks.</source>
        <translation>Findet, verkabelt, konfiguriert und prüft Cluster aus DGX Sparks.</translation>
    </message>
    <message>
        <source>Licences and versions</source>
        <translation>Lizenzen und Versionen</translation>
    </message>
    <message>
        <source>Sparkloom is free software: GPL-3.0-or-later. What runs on the Sparks, and what both sides share, is Apache-2.0. It comes without any warranty.</source>
        <translation>Sparkloom ist freie Software: GPL-3.0-or-later. Was auf den Sparks läuft und was beide Seiten teilen, ist Apache-2.0. Es gibt keinerlei Gewähr.</translation>
    </message>
    <message>
        <source>NVIDIA and DGX Spark are names of their owners, who have no part in this program.</source>
        <translation>NVIDIA und DGX Spark sind Namen ihrer Inhaber, die an diesem Programm nicht beteiligt sind.</translation>
    </message>
    <message>
        <source>Made with</source>
        <translation>Gemacht mit</translation>
    </message>
    <message>
        <source>version not known</source>
        <translation>Version unbekannt</translation>
    </message>
    <message>
        <source>Read GPL-3.0-or-later</source>
        <translation>GPL-3.0-or-later lesen</translation>
    </message>
    <message>
        <source>Read Apache-2.0</source>
        <translation>Apache-2.0 lesen</translation>
    </message>
    <message>
        <source>Copy the versions</source>
        <translation>Versionen kopieren</translation>
    </message>
</context>
<context>
    <name>sparkloom::widgets::AddressTable</name>
    <message>
        <source>Address, %1, %2, %3</source>
        <extracomment>what a screen reader says of the field: lane, Spark, interface</extracomment>
        <translation>Adresse, %1, %2, %3</translation>
    </message>
</context>
<context>
    <name>sparkloom::widgets::AdoptStrip</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Jetzt nicht</translation>
    </message>
</context>
<context>
    <name>sparkloom::widgets::ApplyPage</name>
    <message>
        <source>Cancel and take back</source>
        <translation>Abbrechen und zurücknehmen</translation>
    </message>
    <message>
        <source>Steps of the work</source>
        <translation>Schritte der Arbeit</translation>
    </message>
    <message>
        <source>Take it back on all</source>
        <translation>Auf allen zurücknehmen</translation>
    </message>
</context>
<context>
    <name>sparkloom::widgets::BoxItem</name>
    <message>
        <source>virtual</source>
        <translation>virtuell</translation>
    </message>
    <message>
        <source>network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>cage %1</source>
        <translation>Käfig %1</translation>
    </message>
</context>
<context>
    <name>sparkloom::widgets::CablePage</name>
    <message>
        <source>Look closer</source>
        <translation>Genauer hinsehen</translation>
    </message>
    <message>
        <source>Map of the cables</source>
        <translation>Bild der Kabel</translation>
    </message>
    <message>
        <source>Wake them</source>
        <translation>Wecken</translation>
    </message>
    <message>
        <source>Another form</source>
        <translation>Andere Form</translation>
    </message>
    <message>
        <source>Which cable is this?</source>
        <translation>Welches Kabel ist das?</translation>
    </message>
    <message>
        <source>Blink this socket</source>
        <translation>Buchse blinken lassen</translation>
    </message>
    <message>
        <source>Keep it like this</source>
        <translation>So lassen</translation>
    </message>
    <message>
        <source>I know it now</source>
        <translation>Jetzt weiß ich es</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
</context>
<context>
    <name>sparkloom::widgets::CablePlan</name>
    <message>
        <source>Cable plan</source>
        <translation>Kabelplan</translation>
    </message>
    <message>
        <source>One end</source>
        <translation>Ein Ende</translation>
    </message>
    <message>
        <source>Other end</source>
        <translation>Anderes Ende</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Labels to cut out</source>
        <translation>Etiketten zum Ausschneiden</translation>
    </message>
    <message>
        <source>Fold each in the middle around its end of the cable and stick the halves together.</source>
        <translation>Jedes in der Mitte um sein Ende des Kabels falten und die Hälften zusammenkleben.</translation>
    </message>
    <message>
        <source>other end: %1</source>
        <translation>anderes Ende: %1</translation>
    </message>
    <message>
        <source>any free socket</source>
        <translation>eine freie Buchse</translation>
    </message>
</context>
<context>
    <name>sparkloom::widgets::ChangedKeyPanel</name>
    <message>
        <source>The key on record</source>
        <translation>Der hinterlegte Schlüssel</translation>
    </message>
    <message>
        <source>The key that it shows now</source>
        <translation>Der Schlüssel, den er jetzt zeigt</translation>
    </message>
    <message>
        <source>You changed nothing?</source>
        <translation>Nichts geändert?</translation>
    </message>
    <message>
        <source>Then another machine may answer at this address, by chance or on purpose. Leave this Spark out and find out which machine has its address now.</source>
        <translation>Dann antwortet an dieser Adresse vielleicht ein anderes Gerät, zufällig oder mit Absicht. Diesen Spark auslassen und herausfinden, welches Gerät seine Adresse jetzt hat.</translation>
    </message>
    <message>
        <source>You reinstalled %1?</source>
        <translation>%1 neu installiert?</translation>
    </message>
    <message>
        <source>Then it made itself a new key. At the Spark, with screen and keyboard, this line prints it; compare every character:</source>
        <translation>Dann hat er sich einen neuen Schlüssel gemacht. Am Spark, mit Bildschirm und Tastatur, gibt ihn diese Zeile aus; Zeichen für Zeichen vergleichen:</translation>
    </message>
    <message>
        <source>It is the same? Type the name of the Spark. The old key is put aside, not forgotten.</source>
        <translation>Er stimmt überein? Dann den Namen des Sparks eintippen. Der alte Schlüssel wird beiseitegelegt, nicht vergessen.</translation>
    </message>
    <message>
        <source>Name of the reinstalled Spark</source>
        <translation>Name des neu installierten Sparks</translation>
    </message>
    <message>
        <source>Replace the key on record</source>
        <translation>Hinterlegten Schlüssel ersetzen</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Zurück zur Liste</translation>
    </message>
</context>
<context>
    <name>sparkloom::widgets::ChoiceCard</name>
    <message>
        <source>%1, chosen</source>
        <translation>%1, ausgewählt</translation>
    </message>
</context>
<context>
    <name>sparkloom::widgets::CurveView</name>
    <message>
        <source>Gb/s over time</source>
        <translation>Gb/s im Lauf der Zeit</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Gb/s now</source>
        <translation>Gb/s jetzt</translation>
    </message>
    <message>
        <source>expected: %1 or more</source>
        <comment>Gb/s</comment>
        <translation>erwartet: %1 oder mehr</translation>
    </message>
    <message>
        <source>The curve begins with the first measurement.</source>
        <translation>Die Kurve beginnt mit der ersten Messung.</translation>
    </message>
</context>
<context>
    <name>sparkloom::widgets::DriftStrip</name>
    <message>
        <source>What is not as it was set up, and since when</source>
        <translation>Was nicht mehr wie eingerichtet ist, und seit wann</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Do not forget</source>
        <translation>Nicht vergessen</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Noch einmal nachsehen</translation>
    </message>
</context>
<context>
    <name>sparkloom::widgets::ExportButton</name>
    <message>
        <source>Save or print</source>
        <translation>Sichern oder drucken</translation>
    </message>
    <message>
        <source>The map as a file; the cable plan with labels to cut out</source>
        <translation>Die Karte als Datei; der Kabelplan mit Etiketten zum Ausschneiden</translation>
    </message>
    <message>
        <source>Map as a picture (PNG)…</source>
        <translation>Karte als Bild (PNG)…</translation>
    </message>
    <message>
        <source>Save the map</source>
        <translation>Karte sichern</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>Bilder (*.png)</translation>
    </message>
    <message>
        <source>Map as a drawing (SVG)…</source>
        <translation>Karte als Zeichnung (SVG)…</translation>
    </message>
    <message>
        <source>Drawings (*.svg)</source>
        <translation>Zeichnungen (*.svg)</translation>
    </message>
    <message>
        <source>Map as PDF…</source>
        <translation>Karte als PDF…</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Cable plan with labels, as PDF…</source>
        <translation>Kabelplan mit Etiketten, als PDF…</translation>
    </message>
    <message>
        <source>Save the cable plan</source>
        <translation>Kabelplan sichern</translation>
    </message>
    <message>
        <source>Print the cable plan…</source>
        <translation>Kabelplan drucken…</translation>
    </message>
    <message>
        <source>The printer did not take the cable plan.</source>
        <translation>Der Drucker hat den Kabelplan nicht angenommen.</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Nicht gesichert</translation>
    </message>
</context>
<context>
    <name>sparkloom::widgets::FabricMap</name>
    <message>
        <source>Map of the cables</source>
        <translation>Bild der Kabel</translation>
    </message>
</context>
<context>
    <name>sparkloom::widgets::FabricTableView</name>
    <message>
        <source>Table of the cables and sockets</source>
        <translation>Tabelle der Kabel und Buchsen</translation>
    </message>
    <message>
        <source>Says what the map shows, line by line.</source>
        <translation>Sagt Zeile für Zeile, was die Karte zeigt.</translation>
    </message>
</context>
<context>
    <name>sparkloom::widgets::FaultsPage</name>
    <message>
        <source>What is to go wrong</source>
        <translation>Was schiefgehen soll</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Where it is to go wrong</source>
        <translation>Wo es schiefgehen soll</translation>
    </message>
    <message>
        <source>A slow cable</source>
        <translation>Ein langsames Kabel</translation>
    </message>
    <message>
        <source>The cable that is to be slow</source>
        <translation>Das Kabel, das langsam sein soll</translation>
    </message>
    <message>
        <source>What it still carries in each direction</source>
        <translation>Was es in jeder Richtung noch trägt</translation>
    </message>
    <message>
        <source>What is wrong now</source>
        <translation>Was jetzt nicht stimmt</translation>
    </message>
    <message>
        <source>Nothing. Each Spark, cable and switch is as it should be.</source>
        <translation>Nichts. Jeder Spark, jedes Kabel und jeder Switch ist, wie er sein soll.</translation>
    </message>
    <message>
        <source>Take everything away</source>
        <translation>Alles wegnehmen</translation>
    </message>
    <message>
        <source>%1 Gb/s</source>
        <translation>%1 Gb/s</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>Wegnehmen</translation>
    </message>
    <message>
        <source>Take away: %1</source>
        <translation>Wegnehmen: %1</translation>
    </message>
    <message>
        <source>Let something go wrong</source>
        <translation>Etwas schiefgehen lassen</translation>
    </message>
    <message>
        <source>With these virtual Sparks only. The pages Live, Tests and Prove then show what it looks like.</source>
        <translation>Nur bei diesen virtuellen Sparks. Die Seiten Live, Tests und Nachweisen zeigen dann, wie es aussieht.</translation>
    </message>
</context>
<context>
    <name>sparkloom::widgets::FindPage</name>
    <message>
        <source>Not listed? Type a name or an address</source>
        <translation>Nicht dabei? Tippen Sie einen Namen oder eine Adresse</translation>
    </message>
    <message>
        <source>spark-1a2b.local or 192.168.1.20</source>
        <translation>spark-1a2b.local oder 192.168.1.20</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Name or address of a Spark</source>
        <translation>Name oder Adresse eines Sparks</translation>
    </message>
    <message>
        <source>Machines on this network</source>
        <translation>Geräte in diesem Netz</translation>
    </message>
    <message>
        <source>virtual</source>
        <translation>virtuell</translation>
    </message>
    <message>
        <source>not seen lately</source>
        <translation>länger nicht gesehen</translation>
    </message>
    <message>
        <source>One does not appear?</source>
        <translation>Einer erscheint nicht?</translation>
    </message>
    <message>
        <source>Decide now</source>
        <translation>Jetzt entscheiden</translation>
    </message>
    <message>
        <source>Hide the other machines</source>
        <translation>Die anderen Geräte ausblenden</translation>
    </message>
    <message numerus="yes">
        <source>Show %n other machine(s) with SSH</source>
        <translation>
            <numerusform>%n anderes Gerät mit SSH zeigen</numerusform>
            <numerusform>%n andere Geräte mit SSH zeigen</numerusform>
        </translation>
    </message>
    <message>
        <source>A change of these Sparks was not finished.</source>
        <translation>Eine Änderung dieser Sparks wurde nicht zu Ende gebracht.</translation>
    </message>
    <message>
        <source>Some may be set up and some not.</source>
        <translation>Manche sind vielleicht eingerichtet, andere nicht.</translation>
    </message>
    <message>
        <source>Finish what was begun, or take it back.</source>
        <translation>Das Begonnene zu Ende bringen oder zurücknehmen.</translation>
    </message>
</context>
<context>
    <name>sparkloom::widgets::FocusChart</name>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>switch</source>
        <translation>Switch</translation>
    </message>
    <message>
        <source>to %1: %2</source>
        <translation>nach %1: %2</translation>
    </message>
    <message>
        <source>Chart of one cable</source>
        <translation>Diagramm eines Kabels</translation>
    </message>
    <message>
        <source>Chart of cable %1</source>
        <translation>Diagramm von Kabel %1</translation>
    </message>
</context>
<context>
    <name>sparkloom::widgets::Footer</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
</context>
<context>
    <name>sparkloom::widgets::HelpPage</name>
    <message>
        <source>What can go wrong</source>
        <translation>Was schiefgehen kann</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
</context>
<context>
    <name>sparkloom::widgets::HistoryRow</name>
    <message>
        <source>outdated</source>
        <translation>überholt</translation>
    </message>
    <message>
        <source>Shows this result</source>
        <translation>Zeigt dieses Ergebnis</translation>
    </message>
    <message>
        <source>From an earlier session</source>
        <translation>Aus einer früheren Sitzung</translation>
    </message>
</context>
<context>
    <name>sparkloom::widgets::InterruptedPage</name>
    <message>
        <source>What is to become of it?</source>
        <translation>Was soll daraus werden?</translation>
    </message>
    <message>
        <source>It concerns: %1</source>
        <translation>Betroffen: %1</translation>
    </message>
    <message>
        <source>%1, chosen</source>
        <translation>%1, gewählt</translation>
    </message>
</context>
<context>
    <name>sparkloom::widgets::KeyTable</name>
    <message>
        <source>I compared it: this is %1</source>
        <translation>Verglichen: das ist %1</translation>
    </message>
    <message>
        <source>Spark</source>
        <translation>Spark</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Fingerabdruck</translation>
    </message>
    <message>
        <source>Compared</source>
        <translation>Verglichen</translation>
    </message>
    <message>
        <source>is the same</source>
        <translation>stimmt überein</translation>
    </message>
</context>
<context>
    <name>sparkloom::widgets::LeaveDialog</name>
    <message>
        <source>A Spark leaves</source>
        <translation>Ein Spark geht</translation>
    </message>
    <message>
        <source>%1, chosen</source>
        <translation>%1, gewählt</translation>
    </message>
    <message>
        <source>Change nothing</source>
        <translation>Nichts ändern</translation>
    </message>
</context>
<context>
    <name>sparkloom::widgets::LiveCard</name>
    <message>
        <source>both %1 Gb/s, peak %2 · %3</source>
        <translation>beide %1 Gb/s, Spitze %2 · %3</translation>
    </message>
    <message>
        <source>switch</source>
        <translation>Switch</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>nach %1</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>peak %1 · %2</source>
        <translation>Spitze %1 · %2</translation>
    </message>
    <message>
        <source>not plugged now</source>
        <translation>jetzt nicht gesteckt</translation>
    </message>
    <message>
        <source>60 s</source>
        <translation>60 s</translation>
    </message>
</context>
<context>
    <name>sparkloom::widgets::LivePage</name>
    <message>
        <source>Map of the cables with what they carry</source>
        <translation>Karte der Kabel mit dem, was sie tragen</translation>
    </message>
    <message>
        <source>Cables</source>
        <translation>Kabel</translation>
    </message>
    <message>
        <source>New peaks</source>
        <translation>Spitzen neu</translation>
    </message>
    <message>
        <source>Peaks and totals begin anew</source>
        <translation>Spitzen und Summen beginnen von vorn</translation>
    </message>
    <message>
        <source>The next scale: automatic, linear, logarithmic</source>
        <translation>Die nächste Skala: automatisch, linear, logarithmisch</translation>
    </message>
    <message>
        <source>How much time the chart shows</source>
        <translation>Wie viel Zeit das Diagramm zeigt</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message numerus="yes">
        <source>(and %n more)</source>
        <translation>
            <numerusform>(und %n weitere)</numerusform>
            <numerusform>(und %n weitere)</numerusform>
        </translation>
    </message>
    <message>
        <source>Not in the picture: %1</source>
        <translation>Nicht im Bild: %1</translation>
    </message>
    <message>
        <source>Cable %1</source>
        <translation>Kabel %1</translation>
    </message>
    <message>
        <source>Scale: %1</source>
        <translation>Skala: %1</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message numerus="yes">
        <source>The chart shows %n second(s)</source>
        <translation>
            <numerusform>Das Diagramm zeigt %n Sekunde</numerusform>
            <numerusform>Das Diagramm zeigt %n Sekunden</numerusform>
        </translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>Diagramm</translation>
    </message>
</context>
<context>
    <name>sparkloom::widgets::LogPage</name>
    <message>
        <source>Only lines with these words</source>
        <translation>Nur Zeilen mit diesen Wörtern</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Spark</source>
        <translation>Spark</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>What was done on which Spark</source>
        <translation>Was auf welchem Spark getan wurde</translation>
    </message>
    <message>
        <source>Only this Spark</source>
        <translation>Nur dieser Spark</translation>
    </message>
    <message>
        <source>All Sparks</source>
        <translation>Alle Sparks</translation>
    </message>
    <message>
        <source>Nothing has been done yet.</source>
        <translation>Noch wurde nichts getan.</translation>
    </message>
    <message>
        <source>No line is as you ask for it.</source>
        <translation>Keine Zeile entspricht der Suche.</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s). Of earlier days the steps of every change, of today each step. Passwords and keys are never in it.</source>
        <translation>
            <numerusform>%n Zeile. Von früher die Schritte jeder Änderung, von heute jeder Schritt. Passwörter und Schlüssel stehen nie darin.</numerusform>
            <numerusform>%n Zeilen. Von früher die Schritte jeder Änderung, von heute jeder Schritt. Passwörter und Schlüssel stehen nie darin.</numerusform>
        </translation>
    </message>
    <message>
        <source>Only the newest are shown here; Copy takes them all.</source>
        <translation>Hier stehen nur die neuesten; Kopieren nimmt alle.</translation>
    </message>
</context>
<context>
    <name>sparkloom::widgets::MapFiles</name>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 konnte nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>Map of the fabric</source>
        <translation>Karte des Verbunds</translation>
    </message>
</context>
<context>
    <name>sparkloom::widgets::MapLegend</name>
    <message>
        <source>What the lines mean</source>
        <translation>Was die Linien bedeuten</translation>
    </message>
    <message>
        <source>A cable is two lines, because it has two lanes: one per half of the cage.</source>
        <translation>Ein Kabel ist zwei Linien, denn es hat zwei Spuren: eine je Hälfte des Käfigs.</translation>
    </message>
    <message>
        <source>slower than %1</source>
        <translation>langsamer als %1</translation>
    </message>
    <message>
        <source>not needed</source>
        <translation>nicht nötig</translation>
    </message>
</context>
<context>
    <name>sparkloom::widgets::MapTools</name>
    <message>
        <source>Plug cable %1</source>
        <translation>Kabel %1 stecken</translation>
    </message>
    <message>
        <source>Pull cable %1</source>
        <translation>Kabel %1 ziehen</translation>
    </message>
    <message>
        <source>Pull this cable</source>
        <translation>Dieses Kabel ziehen</translation>
    </message>
    <message>
        <source>As a map</source>
        <translation>Als Karte</translation>
    </message>
    <message>
        <source>As a table</source>
        <translation>Als Tabelle</translation>
    </message>
    <message>
        <source>Shows the drawing again</source>
        <translation>Zeigt wieder die Zeichnung</translation>
    </message>
    <message>
        <source>Shows in lines what the map shows</source>
        <translation>Zeigt in Zeilen, was die Karte zeigt</translation>
    </message>
</context>
<context>
    <name>sparkloom::widgets::NcclDialog</name>
    <message>
        <source>NCCL for the tests</source>
        <translation>NCCL für die Tests</translation>
    </message>
    <message>
        <source>Progress of the copy</source>
        <translation>Fortschritt der Kopie</translation>
    </message>
</context>
<context>
    <name>sparkloom::widgets::OpenStrip</name>
    <message>
        <source>A change of these Sparks was not finished.</source>
        <translation>Eine Änderung dieser Sparks wurde nicht zu Ende gebracht.</translation>
    </message>
    <message>
        <source>Some may be set up and some not. Until that is decided, nothing else can be applied.</source>
        <translation>Manche sind vielleicht eingerichtet, andere nicht. Bis darüber entschieden ist, lässt sich nichts anderes anwenden.</translation>
    </message>
    <message>
        <source>Decide now</source>
        <translation>Jetzt entscheiden</translation>
    </message>
</context>
<context>
    <name>sparkloom::widgets::ProvePage</name>
    <message>
        <source>To use it: environment for jobs on</source>
        <translation>Zum Benutzen: Umgebung für Jobs auf</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Undo the set-up</source>
        <translation>Rückgängig machen</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Undo the set-up of %1?</source>
        <translation>Die Einrichtung von %1 rückgängig machen?</translation>
    </message>
    <message>
        <source>Their network settings go back to what they were before, byte for byte. Signing in stays possible.</source>
        <translation>Ihre Netzwerkeinstellungen werden wieder wie vorher, Byte für Byte. Die Anmeldung bleibt möglich.</translation>
    </message>
    <message>
        <source>Map of what was proven</source>
        <translation>Bild dessen, was nachgewiesen ist</translation>
    </message>
    <message>
        <source>What was proven and what was not</source>
        <translation>Was nachgewiesen ist und was nicht</translation>
    </message>
    <message>
        <source>Spark</source>
        <translation>Spark</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Undo it</source>
        <translation>Jetzt rückgängig machen</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Rungs</source>
        <translation>Sprossen</translation>
    </message>
    <message>
        <source>Take %1 out of the cluster…</source>
        <translation>%1 aus dem Cluster nehmen…</translation>
    </message>
</context>
<context>
    <name>sparkloom::widgets::ReviewPage</name>
    <message>
        <source>By hand it would be</source>
        <translation>Von Hand wäre es</translation>
    </message>
    <message>
        <source>What changes in the file</source>
        <translation>Was sich in der Datei ändert</translation>
    </message>
    <message>
        <source>Changes, by Spark</source>
        <translation>Änderungen je Spark</translation>
    </message>
    <message>
        <source>The same by hand</source>
        <translation>Dasselbe von Hand</translation>
    </message>
    <message>
        <source>Taken back: %1</source>
        <translation>Zurück: %1</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Addresses and names</source>
        <translation>Adressen und Namen</translation>
    </message>
    <message>
        <source>Export the plan…</source>
        <translation>Plan exportieren…</translation>
    </message>
    <message>
        <source>Each Spark knows the others by name (a few lines in its /etc/hosts)</source>
        <translation>Jeder Spark kennt die anderen mit Namen (einige Zeilen in seiner /etc/hosts)</translation>
    </message>
    <message>
        <source>This computer knows them by name: ssh spark-a (a few lines in ~/.ssh/config)</source>
        <translation>Dieser Computer kennt sie mit Namen: ssh spark-a (einige Zeilen in ~/.ssh/config)</translation>
    </message>
    <message>
        <source>Addresses are taken from</source>
        <translation>Adressen kommen aus</translation>
    </message>
    <message>
        <source>Back to the suggested ones</source>
        <translation>Zurück zum Vorschlag</translation>
    </message>
    <message>
        <source>Each lane is a subnet of its own, and no subnet is used twice. Change one address, and the other ends of its lane follow.</source>
        <translation>Jede Spur ist ein eigenes Teilnetz, und keines kommt zweimal vor. Ändert sich eine Adresse, folgen die anderen Enden ihrer Spur.</translation>
    </message>
    <message>
        <source>Copy it as text</source>
        <translation>Als Text kopieren</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
    <message>
        <source>Save it as text…</source>
        <translation>Als Text speichern…</translation>
    </message>
    <message>
        <source>Save it as JSON…</source>
        <translation>Als JSON speichern…</translation>
    </message>
    <message>
        <source>Save the environment for jobs…</source>
        <translation>Umgebung für Jobs speichern…</translation>
    </message>
    <message>
        <source>Export the plan</source>
        <translation>Plan exportieren</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Gespeichert als %1.</translation>
    </message>
    <message>
        <source>%1 was not written: %2</source>
        <translation>%1 wurde nicht geschrieben: %2</translation>
    </message>
    <message>
        <source>Network that the addresses are taken from</source>
        <translation>Netz, aus dem die Adressen kommen</translation>
    </message>
    <message>
        <source>with administrator rights</source>
        <translation>mit Verwaltungsrechten</translation>
    </message>
    <message>
        <source>What to know first</source>
        <translation>Was vorher zu wissen ist</translation>
    </message>
</context>
<context>
    <name>sparkloom::widgets::SettingsPage</name>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Less motion: nothing pulses or flows on the map</source>
        <translation>Weniger Bewegung: Auf der Karte pulsiert und fließt nichts</translation>
    </message>
    <message>
        <source>Sudo passwords: suggest that it is the same on all Sparks</source>
        <translation>sudo-Passwörter: vorschlagen, dass es auf allen Sparks dasselbe ist</translation>
    </message>
    <message>
        <source>You are asked for a sudo password only when it is needed, with the reason. It is never stored.</source>
        <translation>Nach einem sudo-Passwort wird nur gefragt, wenn es nötig ist, mit dem Grund. Gespeichert wird es nie.</translation>
    </message>
    <message>
        <source>Where records lie on this computer</source>
        <translation>Wo Aufzeichnungen auf diesem Computer liegen</translation>
    </message>
    <message>
        <source>Clusters that this computer remembers</source>
        <translation>Cluster, die dieser Computer kennt</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Forget it</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>As the desktop has it</source>
        <translation>Wie der Desktop</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Forget…</source>
        <translation>Vergessen…</translation>
    </message>
    <message>
        <source>Forget the cluster %1</source>
        <translation>Den Cluster %1 vergessen</translation>
    </message>
    <message>
        <source>They hold for all windows, at once.</source>
        <translation>Sie gelten sofort, in allen Fenstern.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>what is kept, and the folder</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Forget the cluster %1 on this computer?</source>
        <translation>Den Cluster %1 auf diesem Computer vergessen?</translation>
    </message>
    <message>
        <source>Its Sparks stay as they are, and go on working. This computer no longer knows them, and cannot undo their set-up by one click. Whoever signs in to them again can take the cluster over.</source>
        <translation>Seine Sparks bleiben, wie sie sind, und arbeiten weiter. Dieser Computer kennt sie nicht mehr und kann ihre Einrichtung nicht mit einem Klick rückgängig machen. Wer sich wieder bei ihnen anmeldet, kann den Cluster übernehmen.</translation>
    </message>
</context>
<context>
    <name>sparkloom::widgets::SetupView</name>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
</context>
<context>
    <name>sparkloom::widgets::SignInPage</name>
    <message>
        <source>User name</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>The same on all Sparks</source>
        <translation>Auf allen Sparks gleich</translation>
    </message>
    <message>
        <source>Use a key file</source>
        <translation>Eine Schlüsseldatei benutzen</translation>
    </message>
    <message>
        <source>Private key file</source>
        <translation>Private Schlüsseldatei</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Wählen</translation>
    </message>
    <message>
        <source>Its passphrase, if it has one</source>
        <translation>Ihre Passphrase, falls sie eine hat</translation>
    </message>
    <message>
        <source>Virtual Sparks bring their own user name, password and fingerprint. With real Sparks you type the first two here, and compare the third.</source>
        <translation>Virtuelle Sparks bringen Benutzernamen, Passwort und Fingerabdruck mit. Bei echten tippen Sie die ersten beiden hier und vergleichen den dritten.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Passphrase of the key file</source>
        <translation>Passphrase der Schlüsseldatei</translation>
    </message>
    <message>
        <source>Sparks</source>
        <translation>Sparks</translation>
    </message>
    <message>
        <source>Fingerprints</source>
        <translation>Fingerabdrücke</translation>
    </message>
    <message>
        <source>Also try the keys of the SSH agent</source>
        <translation>Auch Schlüssel des SSH-Agenten versuchen</translation>
    </message>
    <message>
        <source>Stops signing in; who is signed in already stays so</source>
        <translation>Beendet das Anmelden; was schon angemeldet ist, bleibt es</translation>
    </message>
</context>
<context>
    <name>sparkloom::widgets::SignInRowWidget</name>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>User name on %1</source>
        <translation>Benutzername auf %1</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Password on %1</source>
        <translation>Passwort auf %1</translation>
    </message>
    <message>
        <source>Look at the two keys</source>
        <translation>Die beiden Schlüssel ansehen</translation>
    </message>
    <message>
        <source>It shows another key than before.</source>
        <translation>Er zeigt einen anderen Schlüssel als zuvor.</translation>
    </message>
    <message>
        <source>Take it out of the cluster…</source>
        <translation>Aus dem Cluster nehmen…</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Jetzt nicht</translation>
    </message>
    <message>
        <source>Go on without it</source>
        <translation>Ohne ihn weiter</translation>
    </message>
</context>
<context>
    <name>sparkloom::widgets::StartPage</name>
    <message>
        <source>On this network</source>
        <translation>In diesem Netz</translation>
    </message>
    <message>
        <source>End the practice</source>
        <translation>Übung beenden</translation>
    </message>
    <message>
        <source>Not listed? Type a name or an address</source>
        <translation>Nicht dabei? Namen oder Adresse eintippen</translation>
    </message>
    <message>
        <source>spark-1a2b.local or 192.168.1.20</source>
        <translation>spark-1a2b.local oder 192.168.1.20</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Clusters of before</source>
        <translation>Frühere Cluster</translation>
    </message>
    <message>
        <source>Practise with virtual Sparks</source>
        <translation>Mit virtuellen Sparks üben</translation>
    </message>
    <message>
        <source>No hardware needed. They behave like real ones and live only on this computer.</source>
        <translation>Ganz ohne Hardware. Sie verhalten sich wie echte und leben nur auf diesem Computer.</translation>
    </message>
    <message>
        <source>Name or address of a Spark</source>
        <translation>Name oder Adresse eines Sparks</translation>
    </message>
    <message>
        <source>Scenarios to practise with</source>
        <translation>Übungen</translation>
    </message>
    <message>
        <source>not seen lately</source>
        <translation>länger nicht gesehen</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>startet</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message numerus="yes">
        <source>%n Spark(s)</source>
        <translation>
            <numerusform>%n Spark</numerusform>
            <numerusform>%n Sparks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sparkloom::widgets::SudoStrip</name>
    <message>
        <source>The same on all</source>
        <translation>Auf allen gleich</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Allow</source>
        <translation>Erlauben</translation>
    </message>
</context>
<context>
    <name>sparkloom::widgets::TestCard</name>
    <message numerus="yes">
        <source>%n more figure(s), none of them worse: the text and the JSON have all.</source>
        <translation>
            <numerusform>%n weiterer Wert, nicht schlechter: Text und JSON haben alle.</numerusform>
            <numerusform>%n weitere Werte, keiner schlechter: Text und JSON haben alle.</numerusform>
        </translation>
    </message>
    <message>
        <source>What to do: %1</source>
        <translation>Was zu tun ist: %1</translation>
    </message>
</context>
<context>
    <name>sparkloom::widgets::TestSheet</name>
    <message>
        <source>Sparkloom · state of the Sparks %1 · %2</source>
        <translation>Sparkloom · Zustand der Sparks %1 · %2</translation>
    </message>
</context>
<context>
    <name>sparkloom::widgets::TestsPage</name>
    <message>
        <source>Both directions at the same time, too</source>
        <translation>Auch beide Richtungen zugleich</translation>
    </message>
    <message>
        <source>Cables to measure</source>
        <translation>Kabel, die gemessen werden</translation>
    </message>
    <message>
        <source>Choose all</source>
        <translation>Alle wählen</translation>
    </message>
    <message>
        <source>Results so far</source>
        <translation>Bisherige Ergebnisse</translation>
    </message>
    <message>
        <source>None yet. They are kept on this computer.</source>
        <translation>Noch keine. Sie werden auf diesem Computer aufbewahrt.</translation>
    </message>
    <message>
        <source>Another test</source>
        <translation>Anderer Test</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Als Text kopieren</translation>
    </message>
    <message>
        <source>Save as JSON</source>
        <translation>Als JSON speichern</translation>
    </message>
    <message>
        <source>Save as picture</source>
        <translation>Als Bild speichern</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
    <message>
        <source>Save the result as JSON</source>
        <translation>Das Ergebnis als JSON speichern</translation>
    </message>
    <message>
        <source>Save the result as a picture</source>
        <translation>Das Ergebnis als Bild speichern</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Gespeichert: %1</translation>
    </message>
    <message>
        <source>%1 could not be written.</source>
        <translation>%1 konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Map of the cables and what was measured on them</source>
        <translation>Karte der Kabel und dessen, was auf ihnen gemessen wurde</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>What this proves and what not</source>
        <translation>Was das nachweist und was nicht</translation>
    </message>
    <message>
        <source>Rungs</source>
        <translation>Sprossen</translation>
    </message>
    <message>
        <source>What is measured now</source>
        <translation>Was jetzt gemessen wird</translation>
    </message>
    <message>
        <source>Take the copy of NCCL back ...</source>
        <translation>Die Kopie von NCCL zurücknehmen ...</translation>
    </message>
    <message>
        <source>Get NCCL for the tests ...</source>
        <translation>NCCL für die Tests besorgen ...</translation>
    </message>
</context>
<context>
    <name>sparkloom::widgets::TopologyPage</name>
    <message>
        <source>What you need</source>
        <translation>Was gebraucht wird</translation>
    </message>
    <message>
        <source>Copy the list</source>
        <translation>Liste kopieren</translation>
    </message>
    <message>
        <source>What to expect</source>
        <translation>Was zu erwarten ist</translation>
    </message>
    <message>
        <source>Ways to join the Sparks</source>
        <translation>Wege, die Sparks zu verbinden</translation>
    </message>
    <message>
        <source>Wake them</source>
        <translation>Wecken</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
</context>
<context>
    <name>sparkloom::widgets::TrayItem</name>
    <message>
        <source>Every cable is plugged</source>
        <translation>Alle Kabel stecken</translation>
    </message>
    <message>
        <source>Delete pulls the selected one</source>
        <translation>Entf zieht das gewählte</translation>
    </message>
    <message>
        <source>Drag the loose end to a free socket</source>
        <translation>Das lose Ende in eine freie Buchse ziehen</translation>
    </message>
    <message>
        <source>Esc puts the cable back</source>
        <translation>Esc legt das Kabel zurück</translation>
    </message>
    <message>
        <source>Plugging</source>
        <translation>Wird gesteckt</translation>
    </message>
    <message>
        <source>Drag this cable to the glowing socket</source>
        <translation>Dieses Kabel in die leuchtende Buchse ziehen</translation>
    </message>
    <message>
        <source>A plug is in the wrong socket</source>
        <translation>Ein Stecker steckt in der falschen Buchse</translation>
    </message>
    <message>
        <source>Click its cable, then press Delete to pull it</source>
        <translation>Kabel anklicken, dann mit Entf herausziehen</translation>
    </message>
    <message>
        <source>or press P</source>
        <translation>oder P drücken</translation>
    </message>
    <message>
        <source>The cable is plugged in</source>
        <translation>Das Kabel steckt</translation>
    </message>
    <message>
        <source>A chip that slept takes about six seconds</source>
        <translation>Ein Chip, der schlief, braucht etwa sechs Sekunden</translation>
    </message>
</context>
<context>
    <name>start</name>
    <message>
        <source>Finds, cables, configures and proves clusters of DGX Sparks.</source>
        <translation>Findet, verkabelt und konfiguriert Cluster aus DGX Sparks und weist sie nach.</translation>
    </message>
    <message>
        <source>Practise with virtual Sparks at once.</source>
        <translation>Gleich mit virtuellen Sparks üben.</translation>
    </message>
    <message>
        <source>Language of the window, e.g. de.</source>
        <translation>Sprache des Fensters, zum Beispiel de.</translation>
    </message>
    <message>
        <source>How fast virtual Sparks are, 1 is real time.</source>
        <translation>Wie schnell virtuelle Sparks sind, 1 ist Echtzeit.</translation>
    </message>
    <message>
        <source>--speed takes a number above 0, at most %1.</source>
        <translation>--speed nimmt eine Zahl über 0, höchstens %1.</translation>
    </message>
    <message>
        <source>The cluster to open, instead of the first page.</source>
        <translation>Der Cluster, der statt der ersten Seite geöffnet wird.</translation>
    </message>
</context>
<context>
    <name>text</name>
    <message>
        <source>As root Sparkloom can read the plugs and send frames: sparkloomctl cables --probe</source>
        <translation>Als root kann Sparkloom die Stecker auslesen und Datenpakete senden: sparkloomctl cables --probe</translation>
    </message>
    <message>
        <source>A switch seems to be between {spark}, {cage:socket}, and {other-spark}, {other-cage:socket}: frames that no switch passes on did not arrive. It serves as a cable does, where both of its ports are in one bridge and pass large frames.</source>
        <translation>Zwischen {spark}, {cage:socket}, und {other-spark}, {other-cage:socket}, scheint ein Switch zu sein: Datenpakete, die kein Switch weiterleitet, kamen nicht an. Er dient wie ein Kabel, wenn seine beiden Ports in einer Bridge sind und große Pakete durchlassen.</translation>
    </message>
    <message>
        <source>An odd number of sockets is lit ({count}), but a cable lights two: one end is missing. A plug may be loose at its other end, or a cable leads to a Spark that is not signed in, to a switch or to storage. Push the plugs in until they click, or sign in to that Spark, or choose the form that you want.</source>
        <translation>Eine ungerade Zahl von Buchsen leuchtet ({count}), aber ein Kabel bringt zwei zum Leuchten: Ein Ende fehlt. Vielleicht sitzt ein Stecker am anderen Ende lose, oder ein Kabel führt zu einem Spark, an dem Sie nicht angemeldet sind, zu einem Switch oder zu einem Netzwerkspeicher. Drücken Sie die Stecker hinein, bis sie einrasten, melden Sie sich an diesem Spark an oder wählen Sie die gewünschte Form.</translation>
    </message>
    <message>
        <source>{count} sockets: neither their plugs nor frames told where the cables lead. Where the other end is in a machine that is not signed in, sign in to that one; if not, try another cable.</source>
        <translation>{count} Buchsen: Weder ihre Stecker noch Datenpakete verrieten, wohin die Kabel führen. Steckt das andere Ende in einer Maschine, an der Sie nicht angemeldet sind, melden Sie sich dort an; wenn nicht, versuchen Sie ein anderes Kabel.</translation>
    </message>
    <message>
        <source>{spark}, {cage:socket}: neither its plug nor frames told where this cable leads. If its other end is in a machine that is not signed in, sign in to that one; if not, try another cable.</source>
        <translation>{spark}, {cage:socket}: Weder sein Stecker noch Datenpakete verrieten, wohin dieses Kabel führt. Steckt sein anderes Ende in einer Maschine, an der Sie nicht angemeldet sind, melden Sie sich dort an; wenn nicht, versuchen Sie ein anderes Kabel.</translation>
    </message>
    <message>
        <source>Nothing answers there; the keys are not the cause. Look at the cables: one that was moved leads to another Spark now. If they are where they were, run the set-up again.</source>
        <translation>Dort antwortet nichts; an den Schlüsseln liegt es nicht. Sehen Sie nach den Kabeln: Eines, das umgesteckt wurde, führt jetzt zu einem anderen Spark. Stecken sie, wo sie steckten, starten Sie die Einrichtung noch einmal.</translation>
    </message>
    <message>
        <source>It cannot be kept: this is another set-up. Take it over as it stands, put back the one remembered here, or forget it.</source>
        <translation>Es kann nicht so bleiben: Dies ist eine andere Einrichtung. Sie so übernehmen, die hier bekannte wiederherstellen oder vergessen.</translation>
    </message>
    <message>
        <source>Another computer set it up anew: sparkloomctl adopt takes that over as it stands.</source>
        <translation>Ein anderer Computer hat es neu eingerichtet: sparkloomctl adopt übernimmt das, wie es ist.</translation>
    </message>
    <message>
        <source>No cable with a link was found at {sparks}.</source>
        <translation>Bei {sparks} wurde kein Kabel mit Verbindung gefunden.</translation>
    </message>
    <message>
        <source>There is nothing more to accept: what differs was accepted before.</source>
        <translation>Es gibt nichts mehr anzunehmen: Was abweicht, wurde schon angenommen.</translation>
    </message>
    <message>
        <source>The rest cannot be accepted: the cluster does not work with it. Only a person can mend it, at the cable or by hand.</source>
        <translation>Der Rest kann nicht angenommen werden: Das Cluster arbeitet damit nicht. Das kann nur ein Mensch richten, am Kabel oder von Hand.</translation>
    </message>
    <message>
        <source>Nothing was repaired. Only a person can mend this, at the cable or by hand; sparkloomctl forget undoes everything.</source>
        <translation>Nichts wurde repariert. Das kann nur ein Mensch richten, am Kabel oder von Hand; sparkloomctl forget macht alles rückgängig.</translation>
    </message>
    <message>
        <source>Nothing was repaired. sparkloomctl apply puts back what was set up (the plan shows it first), sparkloomctl forget undoes everything.</source>
        <translation>Nichts wurde repariert. sparkloomctl apply stellt das Eingerichtete wieder her (der Plan zeigt es vorher), sparkloomctl forget macht alles rückgängig.</translation>
    </message>
    <message>
        <source>Nothing was repaired. sparkloomctl keep accepts it as it is, sparkloomctl forget undoes everything; to put it back is up to a person.</source>
        <translation>Nichts wurde repariert. sparkloomctl keep nimmt es so an, sparkloomctl forget macht alles rückgängig; es wiederherzustellen bleibt einem Menschen überlassen.</translation>
    </message>
    <message>
        <source>Complete it with sparkloomctl finish, which may be repeated. An undo cannot be taken back.</source>
        <translation>Vollenden Sie es mit sparkloomctl finish, was sich wiederholen lässt. Zurücknehmen lässt es sich nicht.</translation>
    </message>
    <message>
        <source>It may be final on some Sparks and not on others. Each of them is whole and can be reached.</source>
        <translation>Es ist vielleicht auf manchen Sparks endgültig und auf anderen nicht. Jeder von ihnen ist heil und zu erreichen.</translation>
    </message>
    <message>
        <source>An undo of this cluster was interrupted.</source>
        <translation>Ein Rückgängigmachen dieses Clusters wurde unterbrochen.</translation>
    </message>
    <message>
        <source>The interrupted set-up was taken back on every Spark.</source>
        <translation>Die unterbrochene Einrichtung wurde auf jedem Spark zurückgenommen.</translation>
    </message>
    <message>
        <source>The undo is complete on every Spark.</source>
        <translation>Das Rückgängigmachen ist auf jedem Spark vollendet.</translation>
    </message>
    <message>
        <source>The last set-up was taken back.</source>
        <translation>Die letzte Einrichtung wurde zurückgenommen.</translation>
    </message>
    <message>
        <source>It could not be taken back everywhere: the Sparks may still differ. sparkloomctl status says how they stand.</source>
        <translation>Es konnte nicht überall zurückgenommen werden: Die Sparks unterscheiden sich vielleicht noch. sparkloomctl status sagt, wie es um sie steht.</translation>
    </message>
    <message>
        <source>It could not be completed: the Sparks may still differ. sparkloomctl status says how they stand.</source>
        <translation>Es konnte nicht vollendet werden: Die Sparks unterscheiden sich vielleicht noch. sparkloomctl status sagt, wie es um sie steht.</translation>
    </message>
    <message>
        <source>Taking it out is final on some Sparks and open on others. Complete it with sparkloomctl finish.</source>
        <translation>Das Herausnehmen ist auf manchen Sparks endgültig und auf anderen offen. Vollenden Sie es mit sparkloomctl finish.</translation>
    </message>
    <message>
        <source>It was not taken out: the Sparks go back by themselves to what they were before, and it is still a member.</source>
        <translation>Er wurde nicht herausgenommen: Die Sparks kehren von selbst zu dem zurück, was vorher war, und er gehört noch dazu.</translation>
    </message>
    <message>
        <source>It was not taken out: every Spark is as it was before, and it is still a member.</source>
        <translation>Er wurde nicht herausgenommen: Jeder Spark ist wie zuvor, und er gehört noch dazu.</translation>
    </message>
    <message>
        <source>Taking it out was not begun: nothing was changed on any Spark.</source>
        <translation>Das Herausnehmen wurde nicht begonnen: Auf keinem Spark wurde etwas geändert.</translation>
    </message>
    <message>
        <source>The undo is final on some Sparks and open on others. Complete it with sparkloomctl finish; it cannot be taken back.</source>
        <translation>Das Rückgängigmachen ist auf manchen Sparks endgültig und auf anderen offen. Vollenden Sie es mit sparkloomctl finish; zurücknehmen lässt es sich nicht.</translation>
    </message>
    <message>
        <source>The undo does not stay: the Sparks go back by themselves to the set-up that they had before it.</source>
        <translation>Das Rückgängigmachen bleibt nicht: Die Sparks kehren von selbst zu der Einrichtung zurück, die sie vorher hatten.</translation>
    </message>
    <message>
        <source>The undo did not come about: every Spark is set up as it was before it.</source>
        <translation>Das Rückgängigmachen kam nicht zustande: Jeder Spark ist eingerichtet, wie er es vorher war.</translation>
    </message>
    <message>
        <source>The undo was not begun: nothing was changed on any Spark.</source>
        <translation>Das Rückgängigmachen wurde nicht begonnen: Auf keinem Spark wurde etwas geändert.</translation>
    </message>
    <message>
        <source>The helper program on the Spark is not running any more.</source>
        <translation>Das Hilfsprogramm auf dem Spark läuft nicht mehr.</translation>
    </message>
    <message>
        <source>The connection was closed or lost. What was open on the Spark is taken back by the Spark itself.</source>
        <translation>Die Verbindung wurde beendet oder ging verloren. Was auf dem Spark offen war, nimmt er selbst zurück.</translation>
    </message>
    <message>
        <source>Sign in again.</source>
        <translation>Melden Sie sich wieder an.</translation>
    </message>
    <message>
        <source>The helper program on the Spark ended by itself (code {code}).</source>
        <translation>Das Hilfsprogramm auf dem Spark endete von selbst (Code {code}).</translation>
    </message>
    <message>
        <source>It was stopped, or the Spark ran out of memory. What was open is taken back by the Spark itself.</source>
        <translation>Es wurde angehalten, oder dem Spark ging der Speicher aus. Was offen war, nimmt der Spark selbst zurück.</translation>
    </message>
    <message>
        <source>Sign in again. If it repeats, look at the Spark&apos;s log: sudo journalctl -b</source>
        <translation>Melden Sie sich wieder an. Wiederholt es sich, sehen Sie im Protokoll des Sparks nach: sudo journalctl -b</translation>
    </message>
    <message>
        <source>The helper program on the Spark reported a failure without saying which.</source>
        <translation>Das Hilfsprogramm auf dem Spark meldete einen Fehler, ohne zu sagen welchen.</translation>
    </message>
    <message>
        <source>It is not the program that this version of Sparkloom brings along.</source>
        <translation>Es ist nicht das Programm, das diese Version von Sparkloom mitbringt.</translation>
    </message>
    <message>
        <source>Sign in again; the right one is copied then.</source>
        <translation>Melden Sie sich wieder an; dann wird das richtige kopiert.</translation>
    </message>
    <message>
        <source>The Spark sent a line that is far too long, and the connection was closed.</source>
        <translation>Der Spark schickte eine viel zu lange Zeile, und die Verbindung wurde geschlossen.</translation>
    </message>
    <message>
        <source>The helper program never does that; something else writes into its output.</source>
        <translation>Das Hilfsprogramm tut das nie; etwas anderes schreibt in seine Ausgabe.</translation>
    </message>
    <message>
        <source>Look at the login scripts of this account (.bashrc, .profile), then sign in again.</source>
        <translation>Sehen Sie die Anmeldeskripte dieses Kontos an (.bashrc, .profile) und melden Sie sich dann wieder an.</translation>
    </message>
    <message>
        <source>The Spark sent far too many lines in a second, and the connection was closed.</source>
        <translation>Der Spark schickte viel zu viele Zeilen in einer Sekunde, und die Verbindung wurde geschlossen.</translation>
    </message>
    <message>
        <source>The Spark printed a great deal of text before the helper program started.</source>
        <translation>Der Spark gab sehr viel Text aus, bevor das Hilfsprogramm startete.</translation>
    </message>
    <message>
        <source>The login scripts of this account write to every connection, also to programs.</source>
        <translation>Die Anmeldeskripte dieses Kontos schreiben in jede Verbindung, auch in die von Programmen.</translation>
    </message>
    <message>
        <source>Make .bashrc and .profile silent for connections without a terminal, then sign in again.</source>
        <translation>Bringen Sie .bashrc und .profile für Verbindungen ohne Terminal zum Schweigen und melden Sie sich dann wieder an.</translation>
    </message>
    <message>
        <source>The helper program on the Spark did not answer in time ({verb}).</source>
        <translation>Das Hilfsprogramm auf dem Spark antwortete nicht rechtzeitig ({verb}).</translation>
    </message>
    <message>
        <source>The Spark is very busy, or its management network lost the answer.</source>
        <translation>Der Spark ist sehr beschäftigt, oder sein Verwaltungsnetz hat die Antwort verloren.</translation>
    </message>
    <message>
        <source>Try again when the Spark is less busy.</source>
        <translation>Versuchen Sie es noch einmal, wenn der Spark weniger zu tun hat.</translation>
    </message>
    <message>
        <source>The helper program on the Spark did not start in time.</source>
        <translation>Das Hilfsprogramm auf dem Spark startete nicht rechtzeitig.</translation>
    </message>
    <message>
        <source>The Spark is very busy, or it does not let programs run from the home folder.</source>
        <translation>Der Spark ist sehr beschäftigt, oder er lässt aus dem Heimordner keine Programme laufen.</translation>
    </message>
    <message>
        <source>Try again. If it repeats, check that the home folder is not mounted with noexec.</source>
        <translation>Versuchen Sie es noch einmal. Wiederholt es sich, prüfen Sie, dass der Heimordner nicht mit noexec eingehängt ist.</translation>
    </message>
    <message>
        <source>The helper program on the Spark started in the wrong way.</source>
        <translation>Das Hilfsprogramm auf dem Spark startete auf die falsche Weise.</translation>
    </message>
    <message>
        <source>The Spark refused a message of this program because it was too long.</source>
        <translation>Der Spark lehnte eine Nachricht dieses Programms ab, weil sie zu lang war.</translation>
    </message>
    <message>
        <source>This is a mistake of Sparkloom. Nothing was changed.</source>
        <translation>Das ist ein Fehler von Sparkloom. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Try again, and report it if it repeats.</source>
        <translation>Versuchen Sie es noch einmal, und melden Sie es, wenn es sich wiederholt.</translation>
    </message>
    <message>
        <source>The helper program on the Spark does not know the request &quot;{verb}&quot;.</source>
        <translation>Das Hilfsprogramm auf dem Spark kennt die Anfrage &quot;{verb}&quot; nicht.</translation>
    </message>
    <message>
        <source>It is of another version than this program.</source>
        <translation>Es hat eine andere Version als dieses Programm.</translation>
    </message>
    <message>
        <source>The Spark refused a value that is not allowed ({field}).</source>
        <translation>Der Spark lehnte einen Wert ab, der nicht erlaubt ist ({field}).</translation>
    </message>
    <message>
        <source>Every value is checked again on the Spark before it is used. Nothing was changed.</source>
        <translation>Jeder Wert wird auf dem Spark noch einmal geprüft, bevor er benutzt wird. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Make the plan again.</source>
        <translation>Machen Sie den Plan neu.</translation>
    </message>
    <message>
        <source>The Spark is already doing that for this connection.</source>
        <translation>Der Spark tut das für diese Verbindung schon.</translation>
    </message>
    <message>
        <source>The earlier request has not ended yet.</source>
        <translation>Die frühere Anfrage ist noch nicht zu Ende.</translation>
    </message>
    <message>
        <source>Wait until it ends, then try again.</source>
        <translation>Warten Sie, bis sie endet, und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>{operation} {object} failed on the Spark: {reason}.</source>
        <translation>{operation} {object} misslang auf dem Spark: {reason}.</translation>
    </message>
    <message>
        <source>The Spark&apos;s system refused this step.</source>
        <translation>Das System des Sparks lehnte diesen Schritt ab.</translation>
    </message>
    <message>
        <source>Mend what the reason names (often a full disk or a missing right), then try again.</source>
        <translation>Beheben Sie, was der Grund nennt (oft ein voller Datenträger oder ein fehlendes Recht), und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>Another Sparkloom is changing this Spark: {owner}.</source>
        <translation>Ein anderes Sparkloom ändert diesen Spark gerade: {owner}.</translation>
    </message>
    <message>
        <source>Two changes at once would spoil each other, so only one is let in.</source>
        <translation>Zwei Änderungen zugleich würden einander verderben, darum darf nur eine hinein.</translation>
    </message>
    <message>
        <source>Wait until the other one is done, then try again.</source>
        <translation>Warten Sie, bis die andere fertig ist, und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>{program} ended with {code} on the Spark: {reason}</source>
        <translation>{program} endete auf dem Spark mit {code}: {reason}</translation>
    </message>
    <message>
        <source>A program of the Spark&apos;s own system did not do its part.</source>
        <translation>Ein Programm aus dem System des Sparks tat nicht, was es soll.</translation>
    </message>
    <message>
        <source>Mend what it says, then try again.</source>
        <translation>Beheben Sie, was es sagt, und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>Neither systemd-networkd nor NetworkManager is running on this Spark.</source>
        <translation>Weder systemd-networkd noch NetworkManager läuft auf diesem Spark.</translation>
    </message>
    <message>
        <source>So nothing there would take a network configuration up.</source>
        <translation>Also würde dort nichts eine Netzwerkeinstellung annehmen.</translation>
    </message>
    <message>
        <source>Start the one that the system came with: sudo systemctl start NetworkManager</source>
        <translation>Starten Sie das, was das System mitgebracht hat: sudo systemctl start NetworkManager</translation>
    </message>
    <message>
        <source>{target} did not answer.</source>
        <translation>{target} antwortete nicht.</translation>
    </message>
    <message>
        <source>No packet came back over this half.</source>
        <translation>Über diese Hälfte kam kein Paket zurück.</translation>
    </message>
    <message>
        <source>Check the cable at both ends.</source>
        <translation>Prüfen Sie das Kabel an beiden Enden.</translation>
    </message>
    <message>
        <source>The Spark&apos;s kernel did not tell its interfaces, addresses or routes.</source>
        <translation>Der Kernel des Sparks nannte seine Schnittstellen, Adressen oder Routen nicht.</translation>
    </message>
    <message>
        <source>Nothing can be said about its network, so nothing is changed.</source>
        <translation>Über sein Netzwerk lässt sich nichts sagen, also wird nichts geändert.</translation>
    </message>
    <message>
        <source>Try again. If it stays so, restart this Spark.</source>
        <translation>Versuchen Sie es noch einmal. Bleibt es so, starten Sie diesen Spark neu.</translation>
    </message>
    <message>
        <source>Half {half} of this Spark is not there.</source>
        <translation>Hälfte {half} dieses Sparks ist nicht da.</translation>
    </message>
    <message>
        <source>A Spark without a cable hides its fast network card.</source>
        <translation>Ein Spark ohne Kabel versteckt seine schnelle Netzwerkkarte.</translation>
    </message>
    <message>
        <source>Plug the cable in and try again after ten seconds.</source>
        <translation>Stecken Sie das Kabel und versuchen Sie es nach zehn Sekunden noch einmal.</translation>
    </message>
    <message>
        <source>This Spark could not make its own SSH key.</source>
        <translation>Dieser Spark konnte seinen eigenen SSH-Schlüssel nicht erzeugen.</translation>
    </message>
    <message>
        <source>ssh-keygen failed there.</source>
        <translation>ssh-keygen misslang dort.</translation>
    </message>
    <message>
        <source>Check that the home folder is writable and not full, then try again.</source>
        <translation>Prüfen Sie, dass der Heimordner beschreibbar und nicht voll ist, und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>The public key that was to be installed is not a valid one of Sparkloom.</source>
        <translation>Der öffentliche Schlüssel, der hinterlegt werden sollte, ist kein gültiger von Sparkloom.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>{path} on the Spark is not safe: {problem:unsafe}.</source>
        <translation>{path} auf dem Spark ist nicht sicher: {problem:unsafe}.</translation>
    </message>
    <message>
        <source>Its SSH server ignores keys in such a place, so nothing was written there.</source>
        <translation>An so einer Stelle beachtet sein SSH-Server keine Schlüssel, darum wurde dort nichts geschrieben.</translation>
    </message>
    <message>
        <source>Correct it at the Spark, for example with chmod go-w, then try again.</source>
        <translation>Bringen Sie es am Spark in Ordnung, etwa mit chmod go-w, und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>Something else changed {path} while it was being edited, three times in a row.</source>
        <translation>Etwas anderes änderte {path} während der Bearbeitung, dreimal nacheinander.</translation>
    </message>
    <message>
        <source>Nothing was changed, so that no edit is lost.</source>
        <translation>Nichts wurde geändert, damit keine Bearbeitung verloren geht.</translation>
    </message>
    <message>
        <source>Try again when nothing else writes to it.</source>
        <translation>Versuchen Sie es noch einmal, wenn nichts anderes hineinschreibt.</translation>
    </message>
    <message>
        <source>{path} on the Spark is larger than 1 MiB and is not touched.</source>
        <translation>{path} auf dem Spark ist größer als 1 MiB und wird nicht angefasst.</translation>
    </message>
    <message>
        <source>Such a file is usually much smaller; something is wrong with it.</source>
        <translation>So eine Datei ist sonst viel kleiner; etwas stimmt nicht mit ihr.</translation>
    </message>
    <message>
        <source>Look at it and make it smaller, then try again.</source>
        <translation>Sehen Sie sie an und verkleinern Sie sie, dann versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>There is no room left below {folder} on the Spark.</source>
        <translation>Unter {folder} ist auf dem Spark kein Platz mehr.</translation>
    </message>
    <message>
        <source>A change needs 1 MB for its backup. Nothing was changed.</source>
        <translation>Eine Änderung braucht 1 MB für ihre Sicherung. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Free some space there, then try again.</source>
        <translation>Schaffen Sie dort Platz und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>The interface {interface} that carried the connection is not there any more.</source>
        <translation>Die Schnittstelle {interface}, über die die Verbindung lief, ist nicht mehr da.</translation>
    </message>
    <message>
        <source>Without knowing which one must stay untouched, nothing is changed.</source>
        <translation>Ohne zu wissen, welche unberührt bleiben muss, wird nichts geändert.</translation>
    </message>
    <message>
        <source>Sign in again and make the plan again.</source>
        <translation>Melden Sie sich wieder an und machen Sie den Plan neu.</translation>
    </message>
    <message>
        <source>You reach this Spark through {interface}, which is to be configured.</source>
        <translation>Sie erreichen diesen Spark über {interface}, und gerade die soll eingerichtet werden.</translation>
    </message>
    <message>
        <source>The change would cut the connection that makes it. Nothing was changed.</source>
        <translation>Die Änderung würde die Verbindung kappen, über die sie geschieht. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Connect over the Spark&apos;s network plug or Wi-Fi, then try again.</source>
        <translation>Verbinden Sie sich über Netzwerkstecker oder WLAN des Sparks und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>{interface} supports an MTU of at most {max}.</source>
        <translation>{interface} unterstützt eine MTU von höchstens {max}.</translation>
    </message>
    <message>
        <source>Plan again with --mtu {max} or less.</source>
        <translation>Planen Sie neu mit --mtu {max} oder weniger.</translation>
    </message>
    <message>
        <source>The network files of this Spark are larger than 1 MiB together ({path} was the last one read).</source>
        <translation>Die Netzwerkdateien dieses Sparks sind zusammen größer als 1 MiB ({path} wurde als letzte gelesen).</translation>
    </message>
    <message>
        <source>That is no normal set-up. Nothing was changed.</source>
        <translation>Das ist keine gewöhnliche Einrichtung. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Look at the files below /etc/netplan and remove what does not belong there.</source>
        <translation>Sehen Sie die Dateien unter /etc/netplan an und entfernen Sie, was nicht dorthin gehört.</translation>
    </message>
    <message>
        <source>{path} cannot be read on the Spark, although root asked.</source>
        <translation>{path} lässt sich auf dem Spark nicht lesen, auch nicht als root.</translation>
    </message>
    <message>
        <source>The file or the disk is damaged. Nothing was changed.</source>
        <translation>Die Datei oder der Datenträger ist beschädigt. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Check the file and the disk of this Spark.</source>
        <translation>Prüfen Sie die Datei und den Datenträger dieses Sparks.</translation>
    </message>
    <message>
        <source>{path} on the Spark is no plain file but a link or a folder.</source>
        <translation>{path} auf dem Spark ist keine gewöhnliche Datei, sondern ein Verweis oder ein Ordner.</translation>
    </message>
    <message>
        <source>Such a file is not touched. Nothing was changed.</source>
        <translation>So eine Datei wird nicht angefasst. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Replace it by a plain file, then plan again.</source>
        <translation>Ersetzen Sie sie durch eine gewöhnliche Datei und planen Sie dann neu.</translation>
    </message>
    <message>
        <source>{path} changed since the plan was made.</source>
        <translation>{path} hat sich geändert, seit der Plan gemacht wurde.</translation>
    </message>
    <message>
        <source>What you saw is not what stands there now. Nothing was changed.</source>
        <translation>Was Sie gesehen haben, steht dort jetzt nicht mehr. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Plan again and look at the new plan.</source>
        <translation>Planen Sie neu und sehen Sie sich den neuen Plan an.</translation>
    </message>
    <message>
        <source>{subnet} is already in use on another interface of this Spark.</source>
        <translation>{subnet} wird auf einer anderen Schnittstelle dieses Sparks schon benutzt.</translation>
    </message>
    <message>
        <source>Choose another network with --pool, then plan again.</source>
        <translation>Wählen Sie mit --pool ein anderes Netz und planen Sie dann neu.</translation>
    </message>
    <message>
        <source>The safety timer could not be started on the Spark.</source>
        <translation>Die Sicherheitsuhr ließ sich auf dem Spark nicht starten.</translation>
    </message>
    <message>
        <source>Without it no change is tried. Nothing was changed.</source>
        <translation>Ohne sie wird keine Änderung versucht. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Look at the Spark&apos;s log (sudo journalctl -b) for what systemd says, then try again.</source>
        <translation>Sehen Sie im Protokoll des Sparks nach (sudo journalctl -b), was systemd sagt, und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>A change is still under way on this Spark.</source>
        <translation>Auf diesem Spark ist noch eine Änderung im Gange.</translation>
    </message>
    <message>
        <source>Only one can be made at a time.</source>
        <translation>Es geht immer nur eine.</translation>
    </message>
    <message>
        <source>Wait for it to end, or take it back with: sparkloomctl revert</source>
        <translation>Warten Sie, bis sie endet, oder nehmen Sie sie zurück mit: sparkloomctl revert</translation>
    </message>
    <message>
        <source>A change by {owner} was made permanent on this Spark but never confirmed.</source>
        <translation>Eine Änderung von {owner} wurde auf diesem Spark dauerhaft, aber nie bestätigt.</translation>
    </message>
    <message>
        <source>Other Sparks of the cluster may stand differently.</source>
        <translation>Andere Sparks des Clusters können anders stehen.</translation>
    </message>
    <message>
        <source>Complete it with sparkloomctl finish, or take it back with sparkloomctl revert.</source>
        <translation>Vollenden Sie sie mit sparkloomctl finish, oder nehmen Sie sie mit sparkloomctl revert zurück.</translation>
    </message>
    <message>
        <source>The backup on this Spark is damaged, so the earlier state cannot be put back from it.</source>
        <translation>Die Sicherung auf diesem Spark ist beschädigt, der frühere Zustand lässt sich daraus nicht herstellen.</translation>
    </message>
    <message>
        <source>Compare the files below /var/lib/sparkloom on the Spark with backups of your own.</source>
        <translation>Vergleichen Sie die Dateien unter /var/lib/sparkloom auf dem Spark mit eigenen Sicherungen.</translation>
    </message>
    <message>
        <source>{interface} did not take up {what:taken} within 15 seconds.</source>
        <translation>Bei {interface} kam {what:taken} nicht innerhalb von 15 Sekunden zustande.</translation>
    </message>
    <message>
        <source>Everything was put back as it was.</source>
        <translation>Alles wurde zurückgesetzt.</translation>
    </message>
    <message>
        <source>Check that the cable is plugged in at both ends, then try again.</source>
        <translation>Sehen Sie nach, ob das Kabel an beiden Enden steckt, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The connection {interface} that you reach this Spark by changed during the set-up.</source>
        <translation>Die Verbindung {interface}, über die Sie diesen Spark erreichen, änderte sich während der Einrichtung.</translation>
    </message>
    <message>
        <source>It must stay untouched, so everything was put back.</source>
        <translation>Sie muss unberührt bleiben, darum wurde alles zurückgesetzt.</translation>
    </message>
    <message>
        <source>Try again when nobody else changes the Spark&apos;s network.</source>
        <translation>Versuchen Sie es noch einmal, wenn sonst niemand das Netzwerk des Sparks ändert.</translation>
    </message>
    <message>
        <source>The kernel setting {key} could not be changed on the Spark.</source>
        <translation>Die Kernel-Einstellung {key} ließ sich auf dem Spark nicht ändern.</translation>
    </message>
    <message>
        <source>Without it the two halves of a cage disturb each other.</source>
        <translation>Ohne sie stören die zwei Hälften eines Käfigs einander.</translation>
    </message>
    <message>
        <source>Check whether the Spark&apos;s kernel was replaced or runs in a container.</source>
        <translation>Prüfen Sie, ob der Kernel des Sparks ersetzt wurde oder in einem Container läuft.</translation>
    </message>
    <message>
        <source>The trial is still being checked on this Spark.</source>
        <translation>Auf diesem Spark wird die Probe noch geprüft.</translation>
    </message>
    <message>
        <source>The next step came too early.</source>
        <translation>Der nächste Schritt kam zu früh.</translation>
    </message>
    <message>
        <source>Wait some seconds and try again.</source>
        <translation>Warten Sie einige Sekunden und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The steps of the change came in the wrong order: it stands at &quot;{phase}&quot;.</source>
        <translation>Die Schritte der Änderung kamen in falscher Reihenfolge: sie steht bei &quot;{phase}&quot;.</translation>
    </message>
    <message>
        <source>Another program may be changing this Spark too. Nothing was changed by this step.</source>
        <translation>Vielleicht ändert auch ein anderes Programm diesen Spark. Dieser Schritt hat nichts geändert.</translation>
    </message>
    <message>
        <source>Look at how it stands with sparkloomctl status, then try again.</source>
        <translation>Sehen Sie mit sparkloomctl status nach, wie es steht, und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>No change is under way on this Spark.</source>
        <translation>Auf diesem Spark ist keine Änderung im Gange.</translation>
    </message>
    <message>
        <source>It has already ended or never began.</source>
        <translation>Sie ist schon zu Ende oder hat nie begonnen.</translation>
    </message>
    <message>
        <source>Look at how it stands with: sparkloomctl status</source>
        <translation>Wie es steht, sagt: sparkloomctl status</translation>
    </message>
    <message>
        <source>The change has already ended on this Spark: its safety timer took it back.</source>
        <translation>Die Änderung auf diesem Spark ist schon zu Ende: seine Sicherheitsuhr hat sie zurückgenommen.</translation>
    </message>
    <message>
        <source>Proving it took longer than the timer allows.</source>
        <translation>Der Nachweis dauerte länger, als die Uhr erlaubt.</translation>
    </message>
    <message>
        <source>Try again; a longer timer can be given with --timer.</source>
        <translation>Versuchen Sie es noch einmal; eine längere Uhr lässt sich mit --timer angeben.</translation>
    </message>
    <message>
        <source>The change was taken back as asked.</source>
        <translation>Die Änderung wurde wie gewünscht zurückgenommen.</translation>
    </message>
    <message>
        <source>The Spark is as it was before.</source>
        <translation>Der Spark ist wie vorher.</translation>
    </message>
    <message>
        <source>Run the set-up again when you want to go on.</source>
        <translation>Starten Sie die Einrichtung wieder, wenn Sie weitermachen wollen.</translation>
    </message>
    <message>
        <source>The connection ended before the change was confirmed, so the Spark put the earlier state back by itself.</source>
        <translation>Die Verbindung endete, bevor die Änderung bestätigt war; darum stellte der Spark den früheren Zustand selbst her.</translation>
    </message>
    <message>
        <source>It is as it was before.</source>
        <translation>Er ist wie vorher.</translation>
    </message>
    <message>
        <source>Run the set-up again.</source>
        <translation>Starten Sie die Einrichtung noch einmal.</translation>
    </message>
    <message>
        <source>The change was not confirmed in time, so the Spark put the earlier state back by itself.</source>
        <translation>Die Änderung wurde nicht rechtzeitig bestätigt; darum stellte der Spark den früheren Zustand selbst her.</translation>
    </message>
    <message>
        <source>Run the set-up again; a longer timer can be given with --timer.</source>
        <translation>Starten Sie die Einrichtung noch einmal; eine längere Uhr lässt sich mit --timer angeben.</translation>
    </message>
    <message>
        <source>The Spark restarted before the change was confirmed, so the earlier state was put back at its start.</source>
        <translation>Der Spark startete neu, bevor die Änderung bestätigt war; darum wurde beim Start der frühere Zustand hergestellt.</translation>
    </message>
    <message>
        <source>Not everything could be put back on the Spark.</source>
        <translation>Auf dem Spark ließ sich nicht alles zurücksetzen.</translation>
    </message>
    <message>
        <source>Its safety timer or its next start tries again.</source>
        <translation>Seine Sicherheitsuhr oder sein nächster Start versucht es wieder.</translation>
    </message>
    <message>
        <source>Keep this Spark switched on and look whether its disk is full.</source>
        <translation>Lassen Sie diesen Spark eingeschaltet und sehen Sie nach, ob sein Datenträger voll ist.</translation>
    </message>
    <message>
        <source>There is no earlier set-up to go back to on this Spark.</source>
        <translation>Auf diesem Spark gibt es keine frühere Einrichtung, zu der es zurückginge.</translation>
    </message>
    <message>
        <source>Nothing needs to be done.</source>
        <translation>Es ist nichts zu tun.</translation>
    </message>
    <message>
        <source>{path} exists again on the Spark, but undo would put back an older file of that name.</source>
        <translation>{path} gibt es auf dem Spark wieder, aber das Rückgängigmachen brächte eine ältere Datei dieses Namens zurück.</translation>
    </message>
    <message>
        <source>Neither of the two is thrown away. Nothing was changed.</source>
        <translation>Keine der beiden wird weggeworfen. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Move that file away, then undo again.</source>
        <translation>Legen Sie jene Datei woandershin und machen Sie es dann noch einmal rückgängig.</translation>
    </message>
    <message>
        <source>{path} is still in use on this Spark.</source>
        <translation>{path} wird auf diesem Spark noch benutzt.</translation>
    </message>
    <message>
        <source>What is in use is not removed.</source>
        <translation>Was benutzt wird, wird nicht entfernt.</translation>
    </message>
    <message>
        <source>Undo the set-up first, then forget.</source>
        <translation>Machen Sie erst die Einrichtung rückgängig, dann vergessen Sie.</translation>
    </message>
    <message>
        <source>Start the root helper</source>
        <translation>Den root-Helfer starten</translation>
    </message>
    <message>
        <source>Lock, compare with the plan, back up, start the safety timer</source>
        <translation>Sperren, mit dem Plan vergleichen, sichern, Sicherheitsuhr starten</translation>
    </message>
    <message>
        <source>Try the new settings</source>
        <translation>Die neuen Einstellungen ausprobieren</translation>
    </message>
    <message>
        <source>Prove them: a fresh connection, then every half</source>
        <translation>Nachweisen: eine neue Verbindung, dann jede Hälfte</translation>
    </message>
    <message>
        <source>Prove with a fresh connection that the Spark can be reached</source>
        <translation>Mit einer neuen Verbindung nachweisen, dass der Spark erreichbar ist</translation>
    </message>
    <message>
        <source>Make them permanent</source>
        <translation>Dauerhaft machen</translation>
    </message>
    <message>
        <source>Let the Sparks reach each other by SSH</source>
        <translation>Die Sparks einander über SSH erreichen lassen</translation>
    </message>
    <message>
        <source>Stop the safety timer and write the record</source>
        <translation>Sicherheitsuhr anhalten und Beleg schreiben</translation>
    </message>
    <message>
        <source>Take everything back</source>
        <translation>Alles zurücknehmen</translation>
    </message>
    <message>
        <source>Put the earlier settings back</source>
        <translation>Die früheren Einstellungen herstellen</translation>
    </message>
    <message numerus="yes">
        <source>%n Sparks could not be told; they take it back by themselves within {seconds} seconds.</source>
        <translation>
            <numerusform>Ein Spark war nicht zu erreichen; er nimmt es innerhalb von {seconds} Sekunden selbst zurück.</numerusform>
            <numerusform>%n Sparks waren nicht zu erreichen; sie nehmen es innerhalb von {seconds} Sekunden selbst zurück.</numerusform>
        </translation>
    </message>
    <message>
        <source>{spark} stands at &quot;{phase}&quot;, where another step was expected.</source>
        <translation>{spark} steht bei &quot;{phase}&quot;, wo ein anderer Schritt erwartet war.</translation>
    </message>
    <message>
        <source>Its safety timer ran out, or another program changed it.</source>
        <translation>Seine Sicherheitsuhr lief ab, oder ein anderes Programm hat ihn geändert.</translation>
    </message>
    <message>
        <source>A change of this cluster is already running.</source>
        <translation>Eine Änderung dieses Clusters läuft schon.</translation>
    </message>
    <message>
        <source>Wait until it is done, or cancel it.</source>
        <translation>Warten Sie, bis sie fertig ist, oder brechen Sie sie ab.</translation>
    </message>
    <message>
        <source>There is no plan to carry out.</source>
        <translation>Es gibt keinen Plan, der auszuführen wäre.</translation>
    </message>
    <message>
        <source>Nothing is ever changed without a plan that was shown.</source>
        <translation>Ohne einen Plan, der gezeigt wurde, wird nie etwas geändert.</translation>
    </message>
    <message>
        <source>Make the plan first.</source>
        <translation>Machen Sie erst den Plan.</translation>
    </message>
    <message>
        <source>An earlier set-up of this cluster was interrupted.</source>
        <translation>Eine frühere Einrichtung dieses Clusters wurde unterbrochen.</translation>
    </message>
    <message>
        <source>It may be half applied: final on some Sparks, taken back on others.</source>
        <translation>Sie kann halb angewandt sein: auf manchen Sparks endgültig, auf anderen zurückgenommen.</translation>
    </message>
    <message>
        <source>Finish it or take it back first.</source>
        <translation>Bringen Sie sie erst zu Ende oder nehmen Sie sie zurück.</translation>
    </message>
    <message>
        <source>There is no connection to {spark}.</source>
        <translation>Zu {spark} gibt es keine Verbindung.</translation>
    </message>
    <message>
        <source>A change is made on all Sparks or on none, so nothing was begun.</source>
        <translation>Geändert wird auf allen Sparks oder auf keinem, darum wurde nichts begonnen.</translation>
    </message>
    <message>
        <source>Sign in to {spark} again, then try again.</source>
        <translation>Melden Sie sich bei {spark} wieder an und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>Remove everything of Sparkloom</source>
        <translation>Alles von Sparkloom entfernen</translation>
    </message>
    <message>
        <source>The set-up could not be taken back, so nothing was forgotten.</source>
        <translation>Die Einrichtung ließ sich nicht zurücknehmen, darum wurde nichts vergessen.</translation>
    </message>
    <message>
        <source>Forgetting while a set-up is in force would leave it without a way back.</source>
        <translation>Solange eine Einrichtung gilt, nähme ihr das Vergessen den Weg zurück.</translation>
    </message>
    <message>
        <source>The command line could not be understood: {problem}.</source>
        <translation>Die Befehlszeile war nicht zu verstehen: {problem}.</translation>
    </message>
    <message>
        <source>Nothing was done.</source>
        <translation>Nichts wurde getan.</translation>
    </message>
    <message>
        <source>sparkloomctl COMMAND --help lists what this command understands.</source>
        <translation>sparkloomctl BEFEHL --help listet auf, was dieser Befehl versteht.</translation>
    </message>
    <message>
        <source>No command was given.</source>
        <translation>Es wurde kein Befehl genannt.</translation>
    </message>
    <message>
        <source>Start with: sparkloomctl setup. All commands: sparkloomctl --help</source>
        <translation>Fangen Sie an mit: sparkloomctl setup. Alle Befehle: sparkloomctl --help</translation>
    </message>
    <message>
        <source>There is no command {command}.</source>
        <translation>Einen Befehl {command} gibt es nicht.</translation>
    </message>
    <message>
        <source>All commands: sparkloomctl --help</source>
        <translation>Alle Befehle: sparkloomctl --help</translation>
    </message>
    <message>
        <source>{command} needs to be told what: {arguments}.</source>
        <translation>{command} muss wissen, womit: {arguments}.</translation>
    </message>
    <message>
        <source>sparkloomctl {command} --help explains it.</source>
        <translation>sparkloomctl {command} --help erklärt es.</translation>
    </message>
    <message>
        <source>{command} does not know what to do with {argument}.</source>
        <translation>{command} weiß mit {argument} nichts anzufangen.</translation>
    </message>
    <message>
        <source>sparkloomctl {command} --help explains what it takes.</source>
        <translation>sparkloomctl {command} --help erklärt, was es nimmt.</translation>
    </message>
    <message>
        <source>{value} is no allowed value for --{option}.</source>
        <translation>{value} ist kein erlaubter Wert für --{option}.</translation>
    </message>
    <message>
        <source>The help of the command and the man page sparkloomctl(1) say what is allowed.</source>
        <translation>Die Hilfe des Befehls und die Handbuchseite sparkloomctl(1) sagen, was erlaubt ist.</translation>
    </message>
    <message>
        <source>--{option} takes a whole number from {min} to {max}.</source>
        <translation>--{option} nimmt eine ganze Zahl von {min} bis {max}.</translation>
    </message>
    <message>
        <source>Give a number within that range.</source>
        <translation>Geben Sie eine Zahl in diesem Bereich an.</translation>
    </message>
    <message>
        <source>A quotation mark in this line is not closed.</source>
        <translation>Ein Anführungszeichen in dieser Zeile ist nicht geschlossen.</translation>
    </message>
    <message>
        <source>Close it and try again.</source>
        <translation>Schließen Sie es und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>This command works on virtual Sparks only.</source>
        <translation>Diesen Befehl gibt es nur bei virtuellen Sparks.</translation>
    </message>
    <message>
        <source>Real cables are plugged by hand, and real Sparks stay between two commands by themselves.</source>
        <translation>Echte Kabel steckt man mit der Hand, und echte Sparks bleiben zwischen zwei Befehlen von selbst da.</translation>
    </message>
    <message>
        <source>Start it with: sparkloomctl --virtual sealed-pair shell</source>
        <translation>Starten Sie ihn mit: sparkloomctl --virtual sealed-pair shell</translation>
    </message>
    <message>
        <source>This cannot be used inside the shell.</source>
        <translation>Das geht innerhalb von shell nicht.</translation>
    </message>
    <message>
        <source>The virtual Sparks were chosen when the shell was started.</source>
        <translation>Die virtuellen Sparks wurden gewählt, als shell gestartet wurde.</translation>
    </message>
    <message>
        <source>Leave the shell with Ctrl-D and start it again for another scenario.</source>
        <translation>Verlassen Sie shell mit Strg-D und starten Sie es für ein anderes Szenario neu.</translation>
    </message>
    <message>
        <source>No temporary folder could be made on this computer: {reason}.</source>
        <translation>Auf diesem Computer ließ sich kein temporärer Ordner anlegen: {reason}.</translation>
    </message>
    <message>
        <source>What virtual Sparks need is kept there while they run.</source>
        <translation>Was virtuelle Sparks brauchen, liegt dort, solange sie laufen.</translation>
    </message>
    <message>
        <source>Free some space, or set TMPDIR to a folder that can be written to.</source>
        <translation>Schaffen Sie Platz, oder setzen Sie TMPDIR auf einen beschreibbaren Ordner.</translation>
    </message>
    <message>
        <source>{text} names no socket.</source>
        <translation>{text} nennt keine Buchse.</translation>
    </message>
    <message>
        <source>A socket is a name and the number of the cage: spark-a:0 is the one next to the network plug. The switch is just: switch</source>
        <translation>Eine Buchse ist ein Name und die Nummer des Käfigs: spark-a:0 ist die neben dem Netzwerkstecker. Der Switch heißt einfach: switch</translation>
    </message>
    <message>
        <source>Example: plug spark-a:0 spark-b:0</source>
        <translation>Beispiel: plug spark-a:0 spark-b:0</translation>
    </message>
    <message>
        <source>(exit code {code})</source>
        <translation>(Exitcode {code})</translation>
    </message>
    <message>
        <source>Cancelling. What was not finished is taken back.</source>
        <translation>Wird abgebrochen. Was nicht zu Ende kam, wird zurückgenommen.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>The {what:secret} for {host} is needed, and nobody can be asked.</source>
        <translation>Für {host} wird {what:secret} gebraucht, und niemand kann gefragt werden.</translation>
    </message>
    <message>
        <source>Either --yes was given, or standard input is no terminal.</source>
        <translation>Entweder wurde --yes angegeben, oder die Standardeingabe ist kein Terminal.</translation>
    </message>
    <message>
        <source>Give it with {option}, or run the command on a terminal without --yes.</source>
        <translation>Geben Sie es mit {option} an, oder starten Sie den Befehl auf einem Terminal ohne --yes.</translation>
    </message>
    <message>
        <source>A question has to be answered, and nobody can be asked.</source>
        <translation>Eine Frage ist zu beantworten, und niemand kann gefragt werden.</translation>
    </message>
    <message>
        <source>Standard input is no terminal, or --yes was given where it is not answer enough.</source>
        <translation>Die Standardeingabe ist kein Terminal, oder --yes wurde angegeben, wo es als Antwort nicht reicht.</translation>
    </message>
    <message>
        <source>Answer it with {option}, or run the command on a terminal.</source>
        <translation>Antworten Sie mit {option}, oder starten Sie den Befehl auf einem Terminal.</translation>
    </message>
    <message>
        <source>{host} is new here. It shows the fingerprint {fingerprint}, and nobody can be asked whether that is right.</source>
        <translation>{host} ist hier neu. Er zeigt den Fingerabdruck {fingerprint}, und niemand kann gefragt werden, ob das stimmt.</translation>
    </message>
    <message>
        <source>Another machine could pretend to be your Spark. Nothing secret was sent.</source>
        <translation>Ein anderes Gerät könnte sich als Ihr Spark ausgeben. Nichts Geheimes wurde gesendet.</translation>
    </message>
    <message>
        <source>Read the fingerprint at the Spark itself (ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub) and give it with --hostkey {host}=SHA256:...</source>
        <translation>Lesen Sie den Fingerabdruck am Spark selbst ab (ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub) und geben Sie ihn an mit --hostkey {host}=SHA256:...</translation>
    </message>
    <message>
        <source>{host} shows the fingerprint {shown}, but {expected} was given for it.</source>
        <translation>{host} zeigt den Fingerabdruck {shown}, angegeben war dafür aber {expected}.</translation>
    </message>
    <message>
        <source>This is another machine, or the Spark was reinstalled. Nothing secret was sent.</source>
        <translation>Das ist ein anderes Gerät, oder der Spark wurde neu installiert. Nichts Geheimes wurde gesendet.</translation>
    </message>
    <message>
        <source>Read the fingerprint at the Spark itself. If it is the one shown here, give that one.</source>
        <translation>Lesen Sie den Fingerabdruck am Spark selbst ab. Ist es der hier gezeigte, geben Sie diesen an.</translation>
    </message>
    <message>
        <source>Not every fingerprint was accepted.</source>
        <translation>Nicht jeder Fingerabdruck wurde angenommen.</translation>
    </message>
    <message>
        <source>Sparks whose fingerprint was not accepted were left alone. Nothing secret was sent to them.</source>
        <translation>Sparks, deren Fingerabdruck nicht angenommen wurde, blieben unberührt. Ihnen wurde nichts Geheimes gesendet.</translation>
    </message>
    <message>
        <source>Compare the fingerprints at the Sparks and run the command again.</source>
        <translation>Vergleichen Sie die Fingerabdrücke an den Sparks und starten Sie den Befehl noch einmal.</translation>
    </message>
    <message>
        <source>The virtual Spark {host} shows another key than the simulator gave it.</source>
        <translation>Der virtuelle Spark {host} zeigt einen anderen Schlüssel, als der Simulator ihm gab.</translation>
    </message>
    <message>
        <source>Something else answers at its address. Nothing secret was sent.</source>
        <translation>Unter seiner Adresse antwortet etwas anderes. Nichts Geheimes wurde gesendet.</translation>
    </message>
    <message>
        <source>Start the scenario again.</source>
        <translation>Starten Sie das Szenario noch einmal.</translation>
    </message>
    <message>
        <source>The new key of {host} ({fingerprint}) was not named, so the old one was not replaced.</source>
        <translation>Der neue Schlüssel von {host} ({fingerprint}) wurde nicht genannt, darum wurde der alte nicht ersetzt.</translation>
    </message>
    <message>
        <source>Without it any machine could take the place of this Spark.</source>
        <translation>Ohne das könnte jedes Gerät den Platz dieses Sparks einnehmen.</translation>
    </message>
    <message>
        <source>Read it at the Spark and give it with --hostkey {host}=SHA256:...</source>
        <translation>Lesen Sie ihn am Spark ab und geben Sie ihn an mit --hostkey {host}=SHA256:...</translation>
    </message>
    <message>
        <source>The secrets could not be read from file descriptor {fd}: {reason}.</source>
        <translation>Die Geheimnisse ließen sich vom Dateideskriptor {fd} nicht lesen: {reason}.</translation>
    </message>
    <message>
        <source>--secrets-fd names a descriptor that the calling program has opened for reading.</source>
        <translation>--secrets-fd nennt einen Deskriptor, den das aufrufende Programm zum Lesen geöffnet hat.</translation>
    </message>
    <message>
        <source>Example: sparkloomctl --secrets-fd 3 setup 3&lt; &lt;(my-password-program)</source>
        <translation>Beispiel: sparkloomctl --secrets-fd 3 setup 3&lt; &lt;(mein-passwort-programm)</translation>
    </message>
    <message>
        <source>The secrets are larger than {limit} bytes.</source>
        <translation>Die Geheimnisse sind größer als {limit} Byte.</translation>
    </message>
    <message>
        <source>They were not used.</source>
        <translation>Sie wurden nicht benutzt.</translation>
    </message>
    <message>
        <source>Check that the right program writes to the descriptor.</source>
        <translation>Prüfen Sie, dass das richtige Programm in den Deskriptor schreibt.</translation>
    </message>
    <message>
        <source>The secrets are not as the schema says; the mistake is near: {where}.</source>
        <translation>Die Geheimnisse sind nicht, wie das Schema sagt; der Fehler liegt bei: {where}.</translation>
    </message>
    <message>
        <source>They were not used and are wiped. The text is not shown here on purpose.</source>
        <translation>Sie wurden nicht benutzt und sind gelöscht. Der Text wird hier mit Absicht nicht gezeigt.</translation>
    </message>
    <message>
        <source>The man page sparkloomctl(1) shows how the document looks.</source>
        <translation>Die Handbuchseite sparkloomctl(1) zeigt, wie das Dokument aussieht.</translation>
    </message>
    <message>
        <source>Stopped, as nobody said yes.</source>
        <translation>Angehalten, denn niemand hat ja gesagt.</translation>
    </message>
    <message>
        <source>Run the command again when you want to go on.</source>
        <translation>Starten Sie den Befehl noch einmal, wenn Sie weitermachen wollen.</translation>
    </message>
    <message>
        <source>This cluster has no Sparks yet.</source>
        <translation>Dieser Cluster hat noch keine Sparks.</translation>
    </message>
    <message>
        <source>Sparkloom connects only to machines that you named.</source>
        <translation>Sparkloom verbindet sich nur mit Geräten, die Sie genannt haben.</translation>
    </message>
    <message>
        <source>List what is on the network with: sparkloomctl discover. Then: sparkloomctl add NAME NAME</source>
        <translation>Was im Netz ist, zeigt: sparkloomctl discover. Dann: sparkloomctl add NAME NAME</translation>
    </message>
    <message>
        <source>{name} is no Spark of this cluster.</source>
        <translation>{name} ist kein Spark dieses Clusters.</translation>
    </message>
    <message>
        <source>sparkloomctl status lists its Sparks.</source>
        <translation>sparkloomctl status listet seine Sparks auf.</translation>
    </message>
    <message>
        <source>No Spark was named, and nobody can be asked which of those on the network are yours.</source>
        <translation>Es wurde kein Spark genannt, und niemand kann gefragt werden, welche im Netz Ihre sind.</translation>
    </message>
    <message>
        <source>Name them after setup, or give --hostkey HOST=SHA256:... for each.</source>
        <translation>Nennen Sie sie hinter setup, oder geben Sie für jeden --hostkey HOST=SHA256:... an.</translation>
    </message>
    <message>
        <source>No machine announced itself on this network.</source>
        <translation>In diesem Netz hat sich kein Gerät gemeldet.</translation>
    </message>
    <message>
        <source>The Sparks are off, on another network, or the network does not pass mDNS on (guest Wi-Fi often does not).</source>
        <translation>Die Sparks sind aus oder in einem anderen Netz, oder das Netz leitet mDNS nicht weiter (Gäste-WLAN tut das oft nicht).</translation>
    </message>
    <message>
        <source>Check their network plugs. Adding a Spark by its address always works: sparkloomctl add ADDRESS</source>
        <translation>Prüfen Sie ihre Netzwerkstecker. Einen Spark nach seiner Adresse hinzuzufügen geht immer: sparkloomctl add ADRESSE</translation>
    </message>
    <message>
        <source>{name} belongs to the cluster now. Nothing was connected to yet.</source>
        <translation>{name} gehört jetzt zum Cluster. Noch wurde mit nichts Verbindung aufgenommen.</translation>
    </message>
    <message>
        <source>Looking for Sparks on this network.</source>
        <translation>In diesem Netz wird nach Sparks gesucht.</translation>
    </message>
    <message>
        <source>  No cable is plugged, so its fast network card sleeps. That is normal.</source>
        <translation>  Es steckt kein Kabel, darum schläft seine schnelle Netzwerkkarte. Das ist normal.</translation>
    </message>
    <message>
        <source>Finding out which cable joins which sockets.</source>
        <translation>Es wird ermittelt, welches Kabel welche Buchsen verbindet.</translation>
    </message>
    <message>
        <source>Watching the cables. End with Ctrl-C.</source>
        <translation>Die Kabel werden beobachtet. Ende mit Strg-C.</translation>
    </message>
    <message>
        <source>{socket} is lit, but what is at the other end is not known.</source>
        <translation>{socket} hat Verbindung, aber was am anderen Ende ist, ist unbekannt.</translation>
    </message>
    <message>
        <source>{socket}: two observations contradict each other, so nothing is claimed about this cable.</source>
        <translation>{socket}: zwei Beobachtungen widersprechen sich, darum wird über dieses Kabel nichts behauptet.</translation>
    </message>
    <message>
        <source>Virtual Sparks: plugging {a} and {b}.</source>
        <translation>Virtuelle Sparks: {a} und {b} werden verbunden.</translation>
    </message>
    <message>
        <source>One Spark alone makes no cluster.</source>
        <translation>Ein Spark allein ist kein Cluster.</translation>
    </message>
    <message>
        <source>A cluster joins two or more.</source>
        <translation>Ein Cluster verbindet zwei oder mehr.</translation>
    </message>
    <message>
        <source>Add another one: sparkloomctl add NAME</source>
        <translation>Fügen Sie noch einen hinzu: sparkloomctl add NAME</translation>
    </message>
    <message>
        <source>The cables form nothing that Sparkloom sets up yet, and there is more than one form to choose from.</source>
        <translation>Die Kabel bilden noch nichts, was Sparkloom einrichtet, und es gibt mehr als eine Form zur Wahl.</translation>
    </message>
    <message>
        <source>Somebody has to say what is wanted.</source>
        <translation>Jemand muss sagen, was gewünscht ist.</translation>
    </message>
    <message>
        <source>After {waited:seconds} seconds the cabling is still not complete. {instruction}</source>
        <translation>Nach {waited:seconds} Sekunden ist die Verkabelung noch nicht vollständig. {instruction}</translation>
    </message>
    <message>
        <source>Nothing was changed on any Spark.</source>
        <translation>Auf keinem Spark wurde etwas geändert.</translation>
    </message>
    <message>
        <source>Do that and run the command again; what is plugged right stays as it is.</source>
        <translation>Tun Sie das und starten Sie den Befehl noch einmal; was richtig steckt, bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>Nothing is to be done: every Spark already is as planned.</source>
        <translation>Es ist nichts zu tun: jeder Spark ist schon wie geplant.</translation>
    </message>
    <message>
        <source>Nothing to do here.</source>
        <translation>Hier ist nichts zu tun.</translation>
    </message>
    <message>
        <source>Set up on every Spark.</source>
        <translation>Auf jedem Spark eingerichtet.</translation>
    </message>
    <message>
        <source>The set-up was taken back on every Spark.</source>
        <translation>Die Einrichtung wurde auf jedem Spark zurückgenommen.</translation>
    </message>
    <message>
        <source>Something failed before it was final, so all Sparks are as they were before.</source>
        <translation>Etwas misslang, bevor sie endgültig war; darum sind alle Sparks wie vorher.</translation>
    </message>
    <message>
        <source>See above what failed, mend that, and run the command again.</source>
        <translation>Was misslang, steht oben. Beheben Sie das und starten Sie den Befehl noch einmal.</translation>
    </message>
    <message>
        <source>It may be half applied: final on some Sparks, taken back on others. Each of them is whole and can be reached.</source>
        <translation>Sie kann halb angewandt sein: auf manchen Sparks endgültig, auf anderen zurückgenommen. Jeder von ihnen ist heil und erreichbar.</translation>
    </message>
    <message>
        <source>Complete it with sparkloomctl finish, or take it back everywhere with sparkloomctl revert. Both may be repeated.</source>
        <translation>Vollenden Sie sie mit sparkloomctl finish, oder nehmen Sie sie mit sparkloomctl revert überall zurück. Beides lässt sich wiederholen.</translation>
    </message>
    <message>
        <source>Nothing is to be taken back: no set-up of Sparkloom is in force.</source>
        <translation>Es ist nichts zurückzunehmen: es gilt keine Einrichtung von Sparkloom.</translation>
    </message>
    <message>
        <source>Every Spark&apos;s network is as it was before the set-up.</source>
        <translation>Das Netzwerk jedes Sparks ist, wie es vor der Einrichtung war.</translation>
    </message>
    <message>
        <source>Nothing of Sparkloom is left on these Sparks.</source>
        <translation>Auf diesen Sparks ist nichts mehr von Sparkloom.</translation>
    </message>
    <message>
        <source>This cluster is not set up yet.</source>
        <translation>Dieser Cluster ist noch nicht eingerichtet.</translation>
    </message>
    <message>
        <source>The environment follows from the addresses that a set-up gives.</source>
        <translation>Die Umgebung folgt aus den Adressen, die eine Einrichtung vergibt.</translation>
    </message>
    <message>
        <source>Run: sparkloomctl setup</source>
        <translation>Starten Sie: sparkloomctl setup</translation>
    </message>
    <message>
        <source>Environment for jobs on this cluster (again with: sparkloomctl env):</source>
        <translation>Umgebung für Jobs auf diesem Cluster (wieder mit: sparkloomctl env):</translation>
    </message>
    <message>
        <source>These machines are new here. Are they really your Sparks?</source>
        <translation>Diese Geräte sind hier neu. Sind das wirklich Ihre Sparks?</translation>
    </message>
    <message>
        <source>At each Spark, with its own screen and keyboard, type this and compare every character:</source>
        <translation>Tippen Sie an jedem Spark, an seinem eigenen Bildschirm und seiner Tastatur, dies und vergleichen Sie jedes Zeichen:</translation>
    </message>
    <message>
        <source>Numbers of those that are the same (&quot;1 2&quot;, or &quot;all&quot;); Enter accepts none:</source>
        <translation>Nummern derer, die gleich sind (&quot;1 2&quot; oder &quot;all&quot;); die Eingabetaste nimmt keinen an:</translation>
    </message>
    <message>
        <source>{host}: user name:</source>
        <translation>{host}: Benutzername:</translation>
    </message>
    <message>
        <source>{host}: password of {user} (not shown, used once):</source>
        <translation>{host}: Passwort von {user} (wird nicht angezeigt, einmal benutzt):</translation>
    </message>
    <message>
        <source>{host}: password for sudo (not shown, not kept):</source>
        <translation>{host}: Passwort für sudo (wird nicht angezeigt, nicht behalten):</translation>
    </message>
    <message>
        <source>That password was not accepted.</source>
        <translation>Dieses Passwort wurde nicht angenommen.</translation>
    </message>
    <message>
        <source>To read the network files that are there now: only root may read them.</source>
        <translation>Um die jetzigen Netzwerkdateien zu lesen: das darf nur root.</translation>
    </message>
    <message>
        <source>To wake sleeping halves so that plugs can be seen. This is taken back at the end.</source>
        <translation>Um schlafende Hälften zu wecken, damit Stecker zu sehen sind. Am Ende wird das zurückgenommen.</translation>
    </message>
    <message>
        <source>To write the network settings that you saw. If anything goes wrong they are taken back.</source>
        <translation>Um die Netzwerkeinstellungen zu schreiben, die Sie gesehen haben. Geht etwas schief, werden sie zurückgenommen.</translation>
    </message>
    <message>
        <source>To put the network settings back as they were.</source>
        <translation>Um die Netzwerkeinstellungen zurückzusetzen, wie sie waren.</translation>
    </message>
    <message>
        <source>To remove what Sparkloom installed on this Spark.</source>
        <translation>Um zu entfernen, was Sparkloom auf diesem Spark installiert hat.</translation>
    </message>
    <message>
        <source>Carry this out on all of these Sparks?</source>
        <translation>Das auf allen diesen Sparks ausführen?</translation>
    </message>
    <message>
        <source>Put the network of every Spark back as it was before the set-up?</source>
        <translation>Das Netzwerk jedes Sparks wieder herstellen, wie es vor der Einrichtung war?</translation>
    </message>
    <message>
        <source>Undo the set-up and remove everything of Sparkloom from {names}?</source>
        <translation>Die Einrichtung rückgängig machen und alles von Sparkloom von {names} entfernen?</translation>
    </message>
    <message>
        <source>Numbers of your Sparks (&quot;1 2&quot;, or &quot;all&quot;):</source>
        <translation>Nummern Ihrer Sparks (&quot;1 2&quot; oder &quot;all&quot;):</translation>
    </message>
    <message>
        <source>What shall it become? Number, Enter for the first:</source>
        <translation>Was soll es werden? Nummer, Eingabetaste für das erste:</translation>
    </message>
    <message>
        <source>Sparks cannot be found by themselves on this computer.</source>
        <translation>Auf diesem Computer lassen sich Sparks nicht von selbst finden.</translation>
    </message>
    <message>
        <source>No service that listens for announcements is available.</source>
        <translation>Es gibt keinen Dienst, der auf Meldungen hört.</translation>
    </message>
    <message>
        <source>Adding a Spark by name or address works all the same.</source>
        <translation>Einen Spark nach Name oder Adresse hinzuzufügen geht trotzdem.</translation>
    </message>
    <message>
        <source>Sparks cannot be found by themselves: this computer&apos;s system bus cannot be reached.</source>
        <translation>Sparks lassen sich nicht von selbst finden: der Systembus dieses Computers ist nicht zu erreichen.</translation>
    </message>
    <message>
        <source>In a container or over a remote shell that is usual.</source>
        <translation>In einem Container oder über eine entfernte Shell ist das üblich.</translation>
    </message>
    <message>
        <source>Sparks cannot be found by themselves: the service Avahi does not run on this computer.</source>
        <translation>Sparks lassen sich nicht von selbst finden: der Dienst Avahi läuft auf diesem Computer nicht.</translation>
    </message>
    <message>
        <source>Avahi listens for the announcements of machines on the network.</source>
        <translation>Avahi hört auf die Meldungen der Geräte im Netz.</translation>
    </message>
    <message>
        <source>Start it with sudo systemctl start avahi-daemon (package avahi-daemon), or add a Spark by name or address.</source>
        <translation>Starten Sie ihn mit sudo systemctl start avahi-daemon (Paket avahi-daemon), oder fügen Sie einen Spark nach Name oder Adresse hinzu.</translation>
    </message>
    <message>
        <source>Sparks cannot be found by themselves: this account may not talk to the service Avahi.</source>
        <translation>Sparks lassen sich nicht von selbst finden: dieses Konto darf nicht mit dem Dienst Avahi sprechen.</translation>
    </message>
    <message>
        <source>A rule of this computer&apos;s system bus forbids it.</source>
        <translation>Eine Regel des Systembusses dieses Computers verbietet es.</translation>
    </message>
    <message>
        <source>Add a Spark by name or address, or ask who looks after this computer.</source>
        <translation>Fügen Sie einen Spark nach Name oder Adresse hinzu, oder fragen Sie, wer diesen Computer betreut.</translation>
    </message>
    <message>
        <source>Sparks cannot be found by themselves: the service Avahi reported a failure.</source>
        <translation>Sparks lassen sich nicht von selbst finden: der Dienst Avahi meldete einen Fehler.</translation>
    </message>
    <message>
        <source>It listens for the announcements of machines on the network.</source>
        <translation>Er hört auf die Meldungen der Geräte im Netz.</translation>
    </message>
    <message>
        <source>Restart it with sudo systemctl restart avahi-daemon, or add a Spark by name or address.</source>
        <translation>Starten Sie ihn neu mit sudo systemctl restart avahi-daemon, oder fügen Sie einen Spark nach Name oder Adresse hinzu.</translation>
    </message>
    <message>
        <source>The folder {path} on this computer could not be made: {reason}.</source>
        <translation>Der Ordner {path} ließ sich auf diesem Computer nicht anlegen: {reason}.</translation>
    </message>
    <message>
        <source>Without it nothing can be remembered.</source>
        <translation>Ohne ihn lässt sich nichts merken.</translation>
    </message>
    <message>
        <source>Check the rights of the folder above it and the space on the disk.</source>
        <translation>Prüfen Sie die Rechte des Ordners darüber und den Platz auf dem Datenträger.</translation>
    </message>
    <message>
        <source>{path} on this computer could not be read: {reason}.</source>
        <translation>{path} ließ sich auf diesem Computer nicht lesen: {reason}.</translation>
    </message>
    <message>
        <source>It is not replaced, so that nothing is lost.</source>
        <translation>Es wird nicht ersetzt, damit nichts verloren geht.</translation>
    </message>
    <message>
        <source>Check its rights, or move it away to start afresh.</source>
        <translation>Prüfen Sie die Rechte, oder legen Sie es woandershin, um neu anzufangen.</translation>
    </message>
    <message>
        <source>{path} on this computer could not be written: {reason}.</source>
        <translation>{path} ließ sich auf diesem Computer nicht schreiben: {reason}.</translation>
    </message>
    <message>
        <source>A step starts only after it was written down, so nothing was changed on any Spark.</source>
        <translation>Ein Schritt beginnt erst, wenn er aufgeschrieben ist; darum wurde auf keinem Spark etwas geändert.</translation>
    </message>
    <message>
        <source>Check the rights of the folder and the space on the disk.</source>
        <translation>Prüfen Sie die Rechte des Ordners und den Platz auf dem Datenträger.</translation>
    </message>
    <message>
        <source>{path} on this computer is larger than {bytes} bytes and was not read.</source>
        <translation>{path} auf diesem Computer ist größer als {bytes} Byte und wurde nicht gelesen.</translation>
    </message>
    <message>
        <source>Sparkloom writes no such file.</source>
        <translation>Sparkloom schreibt keine solche Datei.</translation>
    </message>
    <message>
        <source>Move it away to start afresh.</source>
        <translation>Legen Sie sie woandershin, um neu anzufangen.</translation>
    </message>
    <message>
        <source>{path} has version {version}; this program knows version {known}.</source>
        <translation>{path} hat Version {version}; dieses Programm kennt Version {known}.</translation>
    </message>
    <message>
        <source>A newer Sparkloom wrote it. It is left as it is.</source>
        <translation>Ein neueres Sparkloom hat es geschrieben. Es bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>Update this program.</source>
        <translation>Aktualisieren Sie dieses Programm.</translation>
    </message>
    <message>
        <source>The cluster file {path} cannot be understood: {field}.</source>
        <translation>Die Clusterdatei {path} ist nicht zu verstehen: {field}.</translation>
    </message>
    <message>
        <source>It was edited or damaged. It is left as it is.</source>
        <translation>Sie wurde bearbeitet oder beschädigt. Sie bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>Correct it, or move it away to start afresh.</source>
        <translation>Berichtigen Sie sie, oder legen Sie sie woandershin, um neu anzufangen.</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; is no name for a cluster.</source>
        <translation>&quot;{name}&quot; ist kein Name für einen Cluster.</translation>
    </message>
    <message>
        <source>A name has small letters, digits and hyphens, at most 32, and begins with a letter or digit.</source>
        <translation>Ein Name hat kleine Buchstaben, Ziffern und Bindestriche, höchstens 32, und beginnt mit Buchstabe oder Ziffer.</translation>
    </message>
    <message>
        <source>Choose such a name.</source>
        <translation>Wählen Sie so einen Namen.</translation>
    </message>
    <message>
        <source>The cluster {name} is in use by {owner} since {since}.</source>
        <translation>Der Cluster {name} wird seit {since} von {owner} benutzt.</translation>
    </message>
    <message>
        <source>Two programs that change one cluster would spoil each other&apos;s work.</source>
        <translation>Zwei Programme, die einen Cluster ändern, würden einander die Arbeit verderben.</translation>
    </message>
    <message>
        <source>Close the other window or wait for the other command to end.</source>
        <translation>Schließen Sie das andere Fenster, oder warten Sie, bis der andere Befehl endet.</translation>
    </message>
    <message>
        <source>A step could not be written down.</source>
        <translation>Ein Schritt ließ sich nicht aufschreiben.</translation>
    </message>
    <message>
        <source>This is a mistake of Sparkloom. The step was not begun.</source>
        <translation>Das ist ein Fehler von Sparkloom. Der Schritt wurde nicht begonnen.</translation>
    </message>
    <message>
        <source>Report it, please.</source>
        <translation>Bitte melden Sie es.</translation>
    </message>
    <message>
        <source>Others can read this computer&apos;s private key: {path}.</source>
        <translation>Andere können den privaten Schlüssel dieses Computers lesen: {path}.</translation>
    </message>
    <message>
        <source>A key that others can read proves nothing, so it is not used.</source>
        <translation>Ein Schlüssel, den andere lesen können, beweist nichts; darum wird er nicht benutzt.</translation>
    </message>
    <message>
        <source>If nobody else uses this computer: chmod 600 {path}. Otherwise remove it; a new one is made.</source>
        <translation>Benutzt sonst niemand diesen Computer: chmod 600 {path}. Sonst entfernen Sie ihn; ein neuer wird erzeugt.</translation>
    </message>
    <message>
        <source>This computer&apos;s own key in {path} cannot be used.</source>
        <translation>Der eigene Schlüssel dieses Computers in {path} ist nicht zu gebrauchen.</translation>
    </message>
    <message>
        <source>The file is damaged or only half there.</source>
        <translation>Die Datei ist beschädigt oder nur halb da.</translation>
    </message>
    <message>
        <source>Move the folder away; a new key is made and installed with the password once more.</source>
        <translation>Legen Sie den Ordner woandershin; ein neuer Schlüssel wird erzeugt und noch einmal mit dem Passwort hinterlegt.</translation>
    </message>
    <message>
        <source>Another key is on record for {name}.</source>
        <translation>Für {name} ist ein anderer Schlüssel bekannt.</translation>
    </message>
    <message>
        <source>It is not replaced without a person saying so. Nothing secret was sent.</source>
        <translation>Er wird nicht ersetzt, ohne dass ein Mensch es sagt. Nichts Geheimes wurde gesendet.</translation>
    </message>
    <message>
        <source>If the Spark was reinstalled: sparkloomctl trust --replace {name}</source>
        <translation>Wurde der Spark neu installiert: sparkloomctl trust --replace {name}</translation>
    </message>
    <message>
        <source>The key of {name} was revoked on this computer and is never accepted.</source>
        <translation>Der Schlüssel von {name} wurde auf diesem Computer widerrufen und wird nie angenommen.</translation>
    </message>
    <message>
        <source>Somebody marked it as stolen or out of use in a known_hosts file.</source>
        <translation>Jemand hat ihn in einer known_hosts-Datei als gestohlen oder außer Gebrauch markiert.</translation>
    </message>
    <message>
        <source>Make new host keys at the Spark: sudo rm /etc/ssh/ssh_host_*; sudo ssh-keygen -A</source>
        <translation>Erzeugen Sie am Spark neue Host-Schlüssel: sudo rm /etc/ssh/ssh_host_*; sudo ssh-keygen -A</translation>
    </message>
    <message>
        <source>The SSH library of this computer is too old: libssh {version}, needed is {needed}.</source>
        <translation>Die SSH-Bibliothek dieses Computers ist zu alt: libssh {version}, gebraucht wird {needed}.</translation>
    </message>
    <message>
        <source>Known faults in it could let another machine interfere.</source>
        <translation>Durch bekannte Fehler darin könnte sich ein anderes Gerät einmischen.</translation>
    </message>
    <message>
        <source>Update the package libssh of this computer.</source>
        <translation>Aktualisieren Sie das Paket libssh dieses Computers.</translation>
    </message>
    <message>
        <source>The SSH library of this computer lacks fixes: {package} {packageVersion}, needed is {needed}.</source>
        <translation>Der SSH-Bibliothek dieses Computers fehlen Korrekturen: {package} {packageVersion}, gebraucht wird {needed}.</translation>
    </message>
    <message>
        <source>Install the updates of this computer: sudo apt update; sudo apt upgrade</source>
        <translation>Installieren Sie die Aktualisierungen dieses Computers: sudo apt update; sudo apt upgrade</translation>
    </message>
    <message>
        <source>Whether the SSH library of this computer has all fixes is not known: libssh {version} on {distribution}.</source>
        <translation>Ob die SSH-Bibliothek dieses Computers alle Korrekturen hat, ist unbekannt: libssh {version} auf {distribution}.</translation>
    </message>
    <message>
        <source>Install the updates of this computer. On a terminal, without --yes, you can go on at your own risk.</source>
        <translation>Installieren Sie die Aktualisierungen dieses Computers. Auf einem Terminal, ohne --yes, können Sie auf eigene Gefahr weitermachen.</translation>
    </message>
    <message>
        <source>This computer&apos;s own key could not be made.</source>
        <translation>Der eigene Schlüssel dieses Computers ließ sich nicht erzeugen.</translation>
    </message>
    <message>
        <source>The SSH library failed to make an ed25519 key.</source>
        <translation>Der SSH-Bibliothek gelang kein ed25519-Schlüssel.</translation>
    </message>
    <message>
        <source>Update the package libssh of this computer and try again.</source>
        <translation>Aktualisieren Sie das Paket libssh dieses Computers und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>&quot;{host}&quot; is no name or address of a machine.</source>
        <translation>&quot;{host}&quot; ist weder Name noch Adresse eines Geräts.</translation>
    </message>
    <message>
        <source>Nothing was connected to.</source>
        <translation>Mit nichts wurde Verbindung aufgenommen.</translation>
    </message>
    <message>
        <source>Check how the Spark was added.</source>
        <translation>Prüfen Sie, wie der Spark hinzugefügt wurde.</translation>
    </message>
    <message>
        <source>&quot;{user}&quot; is no user name.</source>
        <translation>&quot;{user}&quot; ist kein Benutzername.</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>User names begin with a small letter and have small letters, digits, dots, hyphens and underscores.</source>
        <translation>Benutzernamen beginnen mit einem kleinen Buchstaben und haben kleine Buchstaben, Ziffern, Punkte, Bindestriche und Unterstriche.</translation>
    </message>
    <message>
        <source>NCCL meets over the management network ({interface}); the cables carry data only.</source>
        <translation>NCCL trifft sich über das Verwaltungsnetz ({interface}); die Kabel tragen nur Daten.</translation>
    </message>
    <message>
        <source>Gloo meets over the same interface.</source>
        <translation>Gloo trifft sich über dieselbe Schnittstelle.</translation>
    </message>
    <message>
        <source>TensorPipe meets over the same interface.</source>
        <translation>TensorPipe trifft sich über dieselbe Schnittstelle.</translation>
    </message>
    <message>
        <source>UCX starts its connections over the management network.</source>
        <translation>UCX beginnt seine Verbindungen über das Verwaltungsnetz.</translation>
    </message>
    <message>
        <source>Open MPI&apos;s own messages use the management network.</source>
        <translation>Open MPIs eigene Nachrichten gehen über das Verwaltungsnetz.</translation>
    </message>
    <message>
        <source>Exactly the RoCE devices that have an address in this plan.</source>
        <translation>Genau die RoCE-Geräte, die in diesem Plan eine Adresse haben.</translation>
    </message>
    <message>
        <source>Every lane is a subnet of its own: NCCL (2.30.7 or newer) pairs devices by subnet.</source>
        <translation>Jede Spur ist ein eigenes Subnetz: NCCL (ab 2.30.7) paart Geräte nach Subnetz.</translation>
    </message>
    <message>
        <source>In a ring the two cages of a Spark lead to different neighbours and must not be merged into one device.</source>
        <translation>Im Ring führen die beiden Käfige eines Sparks zu verschiedenen Nachbarn und dürfen nicht zusammengelegt werden.</translation>
    </message>
    <message>
        <source>Keeps container images from replacing NCCL&apos;s own transport.</source>
        <translation>Hindert Container daran, NCCLs eigenen Transport zu ersetzen.</translation>
    </message>
    <message>
        <source>Not every Spark is a neighbour of every other: only rings work.</source>
        <translation>Nicht jeder Spark ist Nachbar jedes anderen: nur Ringe gehen.</translation>
    </message>
    <message>
        <source>Together with NCCL_RUNTIME_CONNECT: only connections that are really used are made.</source>
        <translation>Zusammen mit NCCL_RUNTIME_CONNECT: nur wirklich benutzte Verbindungen entstehen.</translation>
    </message>
    <message>
        <source>Connections to Sparks that are no neighbours are never tried.</source>
        <translation>Verbindungen zu Sparks, die keine Nachbarn sind, werden nie versucht.</translation>
    </message>
    <message>
        <source>Plug cable {number} into {spark}, {cage:socket}, and into {other-spark}, {other-cage:socket}.</source>
        <translation>Stecken Sie Kabel {number} in {spark}, {cage:socket}, und in {other-spark}, {other-cage:socket}.</translation>
    </message>
    <message>
        <source>Plug cable {number} into {spark}, {cage:socket}, and into the switch.</source>
        <translation>Stecken Sie Kabel {number} in {spark}, {cage:socket}, und in den Switch.</translation>
    </message>
    <message>
        <source>One cable of the ring is missing: plug cable {number} into {spark}, {cage:socket}, and into {other-spark}, {other-cage:socket}.</source>
        <translation>Ein Kabel des Rings fehlt: Kabel {number} in {spark}, {cage:socket}, und in {other-spark}, {other-cage:socket}.</translation>
    </message>
    <message>
        <source>Move a plug: out of {spark}, {cage:socket}, and into {other-spark}, {other-cage:socket}.</source>
        <translation>Stecken Sie um: aus {spark}, {cage:socket}, in {other-spark}, {other-cage:socket}.</translation>
    </message>
    <message>
        <source>Take the plug out of {spark}, {cage:socket}, and keep it in your hand. It belongs in {other-spark}, {other-cage:socket}, which becomes free next.</source>
        <translation>Ziehen Sie den Stecker aus {spark}, {cage:socket}, und behalten Sie ihn in der Hand. Er gehört in {other-spark}, {other-cage:socket}; diese Buchse wird als Nächstes frei.</translation>
    </message>
    <message>
        <source>Move a plug: out of {spark}, {cage:socket}, and into the switch.</source>
        <translation>Stecken Sie um: aus {spark}, {cage:socket}, in den Switch.</translation>
    </message>
    <message>
        <source>The cable in {spark}, {cage:socket}, leads to a switch. Move its other plug into {other-spark}, {other-cage:socket}.</source>
        <translation>Das Kabel in {spark}, {cage:socket}, führt zu einem Switch. Stecken Sie sein anderes Ende in {other-spark}, {other-cage:socket}.</translation>
    </message>
    <message>
        <source>The cable in {spark}, {cage:socket}, leads to something that Sparkloom cannot see. Cable {number} needs its other end in {other-spark}, {other-cage:socket}.</source>
        <translation>Das Kabel in {spark}, {cage:socket}, führt zu etwas, das Sparkloom nicht sieht. Das andere Ende von Kabel {number} gehört in {other-spark}, {other-cage:socket}.</translation>
    </message>
    <message>
        <source>If that cable goes to storage or to another machine, use the other socket of this Spark for it.</source>
        <translation>Geht dieses Kabel zum Netzwerkspeicher oder zu einem anderen Gerät, nehmen Sie dafür die andere Buchse dieses Sparks.</translation>
    </message>
    <message>
        <source>Cable {number}: both sockets are lit. Finding out whether it joins {spark}, {cage:socket}, and {other-spark}, {other-cage:socket}.</source>
        <translation>Kabel {number}: beide Buchsen haben Verbindung. Es wird ermittelt, ob es {spark}, {cage:socket}, und {other-spark}, {other-cage:socket}, verbindet.</translation>
    </message>
    <message>
        <source>This takes a second or two. If it stays, the two ends belong to two different cables, or something blocks the probe.</source>
        <translation>Das dauert ein, zwei Sekunden. Bleibt es so, gehören die Enden zu zwei verschiedenen Kabeln, oder etwas hält die Probe auf.</translation>
    </message>
    <message>
        <source>Cable {number}: {spark} is lit in {cage:socket}. Finding out whether it is on the switch.</source>
        <translation>Kabel {number}: {spark}, {cage:socket}, hat Verbindung. Es wird ermittelt, ob es am Switch hängt.</translation>
    </message>
    <message>
        <source>If it stays, check on the switch that this port is in the same bridge or VLAN as the others.</source>
        <translation>Bleibt es so, sehen Sie am Switch nach, ob dieser Port in derselben Bridge oder demselben VLAN ist wie die anderen.</translation>
    </message>
    <message>
        <source>Cable {number}: one half is up in {spark}, {cage:socket}; the other is still dark.</source>
        <translation>Kabel {number}: in {spark}, {cage:socket}, ist eine Hälfte da; die andere noch nicht.</translation>
    </message>
    <message>
        <source>This takes up to ten seconds after plugging. If it stays, push the plug in until it clicks.</source>
        <translation>Das dauert nach dem Stecken bis zu zehn Sekunden. Bleibt es so, drücken Sie den Stecker, bis er klickt.</translation>
    </message>
    <message>
        <source>Every Spark is lit, but no switch was seen between them.</source>
        <translation>Jeder Spark hat Verbindung, aber zwischen ihnen wurde kein Switch gesehen.</translation>
    </message>
    <message>
        <source>{count} Sparks do not make {topology:topology}.</source>
        <translation>Mit {count} Sparks geht es nicht: {topology:topology}.</translation>
    </message>
    <message>
        <source>Add or remove a Spark, or choose another form.</source>
        <translation>Nehmen Sie einen Spark dazu oder weg, oder wählen Sie eine andere Form.</translation>
    </message>
    <message>
        <source>Two observations about {spark}, {cage:socket}, contradict each other.</source>
        <translation>Zwei Beobachtungen über {spark}, {cage:socket}, widersprechen sich.</translation>
    </message>
    <message>
        <source>So Sparkloom does not say where this cable goes.</source>
        <translation>Darum sagt Sparkloom nicht, wohin dieses Kabel führt.</translation>
    </message>
    <message>
        <source>Pull that plug out and put it back in; the observations then start anew.</source>
        <translation>Ziehen Sie diesen Stecker und stecken Sie ihn wieder; dann wird neu beobachtet.</translation>
    </message>
    <message>
        <source>{spark}: some halves are asleep, so plugs in them cannot be seen. Sparkloom can wake them with sudo.</source>
        <translation>{spark}: einige Hälften schlafen, Stecker darin sind nicht zu sehen. Sparkloom kann sie mit sudo wecken.</translation>
    </message>
    <message>
        <source>{spark}: half {half} is lit but cannot look for its neighbour ({problem}).</source>
        <translation>{spark}: Hälfte {half} hat Verbindung, kann aber nicht nach ihrem Nachbarn sehen ({problem}).</translation>
    </message>
    <message>
        <source>The cables are not being watched.</source>
        <translation>Die Kabel werden nicht beobachtet.</translation>
    </message>
    <message>
        <source>Watching ended before the map was complete.</source>
        <translation>Das Beobachten endete, bevor das Bild vollständig war.</translation>
    </message>
    <message>
        <source>Start this step again.</source>
        <translation>Beginnen Sie diesen Schritt noch einmal.</translation>
    </message>
    <message>
        <source>The cable in {spark}, {cage:socket}, leads to something that Sparkloom cannot see.</source>
        <translation>Das Kabel in {spark}, {cage:socket}, führt zu etwas, das Sparkloom nicht sieht.</translation>
    </message>
    <message>
        <source>Addresses are given only to cables of which both ends are known.</source>
        <translation>Adressen bekommen nur Kabel, deren beide Enden bekannt sind.</translation>
    </message>
    <message>
        <source>Sign in to the machine at its other end, or pull this cable out if it does not belong to the cluster.</source>
        <translation>Melden Sie sich bei dem Gerät am anderen Ende an, oder ziehen Sie dieses Kabel, wenn es nicht zum Cluster gehört.</translation>
    </message>
    <message>
        <source>&quot;{text}&quot; is no name or address of a machine.</source>
        <translation>&quot;{text}&quot; ist weder Name noch Adresse eines Geräts.</translation>
    </message>
    <message>
        <source>Names have letters, digits, hyphens and dots; addresses are like 192.168.1.20 or fe80::1%eth0.</source>
        <translation>Namen haben Buchstaben, Ziffern, Bindestriche und Punkte; Adressen sehen aus wie 192.168.1.20 oder fe80::1%eth0.</translation>
    </message>
    <message>
        <source>Type it as the Spark shows it, for example spark-1a2b.local</source>
        <translation>Tippen Sie es so, wie der Spark es zeigt, zum Beispiel spark-1a2b.local</translation>
    </message>
    <message>
        <source>&quot;{text}&quot; has no usable port.</source>
        <translation>&quot;{text}&quot; hat keinen brauchbaren Port.</translation>
    </message>
    <message>
        <source>A port is a number from 1 to 65535 after a colon.</source>
        <translation>Ein Port ist eine Zahl von 1 bis 65535 hinter einem Doppelpunkt.</translation>
    </message>
    <message>
        <source>Leave it out; SSH is at port 22 unless somebody changed that.</source>
        <translation>Lassen Sie ihn weg; SSH ist an Port 22, wenn niemand das geändert hat.</translation>
    </message>
    <message>
        <source>&quot;{text}&quot; is no user name.</source>
        <translation>&quot;{text}&quot; ist kein Benutzername.</translation>
    </message>
    <message>
        <source>User names on a Spark begin with a small letter and have small letters, digits, dots, hyphens and underscores.</source>
        <translation>Benutzernamen auf einem Spark beginnen mit einem kleinen Buchstaben und haben kleine Buchstaben, Ziffern, Punkte, Bindestriche und Unterstriche.</translation>
    </message>
    <message>
        <source>Type the name of the account that was made when the Spark was first switched on.</source>
        <translation>Tippen Sie den Namen des Kontos, das beim ersten Einschalten des Sparks angelegt wurde.</translation>
    </message>
    <message>
        <source>{name} is the same machine as {other}.</source>
        <translation>{name} ist dasselbe Gerät wie {other}.</translation>
    </message>
    <message>
        <source>It was added under two names.</source>
        <translation>Es wurde unter zwei Namen hinzugefügt.</translation>
    </message>
    <message>
        <source>Remove one of the two.</source>
        <translation>Entfernen Sie eines von beiden.</translation>
    </message>
    <message>
        <source>No Spark was chosen.</source>
        <translation>Es wurde kein Spark ausgewählt.</translation>
    </message>
    <message>
        <source>Choose your Sparks first.</source>
        <translation>Wählen Sie erst Ihre Sparks.</translation>
    </message>
    <message>
        <source>Check the name.</source>
        <translation>Prüfen Sie den Namen.</translation>
    </message>
    <message>
        <source>This machine is not seen any more.</source>
        <translation>Dieses Gerät ist nicht mehr zu sehen.</translation>
    </message>
    <message>
        <source>It stopped announcing itself a moment ago.</source>
        <translation>Es meldet sich seit einem Augenblick nicht mehr.</translation>
    </message>
    <message>
        <source>Check that it is on, or add it by its address.</source>
        <translation>Prüfen Sie, ob es eingeschaltet ist, oder fügen Sie es nach seiner Adresse hinzu.</translation>
    </message>
    <message>
        <source>A cluster holds at most {most} Sparks.</source>
        <translation>Ein Cluster fasst höchstens {most} Sparks.</translation>
    </message>
    <message>
        <source>Nothing was added.</source>
        <translation>Nichts wurde hinzugefügt.</translation>
    </message>
    <message>
        <source>Make a second cluster with --cluster NAME</source>
        <translation>Machen Sie einen zweiten Cluster mit --cluster NAME</translation>
    </message>
    <message>
        <source>Sparkloom is not signed in to any Spark.</source>
        <translation>Sparkloom ist bei keinem Spark angemeldet.</translation>
    </message>
    <message>
        <source>This step works over the connections to them.</source>
        <translation>Dieser Schritt geht über die Verbindungen zu ihnen.</translation>
    </message>
    <message>
        <source>Sign in first.</source>
        <translation>Melden Sie sich erst an.</translation>
    </message>
    <message numerus="yes">
        <source>%n Sparks are not signed in to.</source>
        <translation>
            <numerusform>Bei einem Spark besteht keine Anmeldung.</numerusform>
            <numerusform>Bei %n Sparks besteht keine Anmeldung.</numerusform>
        </translation>
    </message>
    <message>
        <source>A change is made on all Sparks or on none.</source>
        <translation>Geändert wird auf allen Sparks oder auf keinem.</translation>
    </message>
    <message>
        <source>Sign in to them, or remove them from the cluster.</source>
        <translation>Melden Sie sich dort an, oder entfernen Sie sie aus dem Cluster.</translation>
    </message>
    <message numerus="yes">
        <source>%n Sparks are signed in to; a cluster needs two or more.</source>
        <translation>
            <numerusform>Nur bei einem Spark besteht eine Anmeldung; ein Cluster braucht zwei oder mehr.</numerusform>
            <numerusform>Bei %n Sparks besteht eine Anmeldung; ein Cluster braucht zwei oder mehr.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing to join.</source>
        <translation>Es gibt nichts zu verbinden.</translation>
    </message>
    <message>
        <source>Sign in to at least two Sparks.</source>
        <translation>Melden Sie sich bei mindestens zwei Sparks an.</translation>
    </message>
    <message>
        <source>{name} shows another key than before: {shown} instead of {known}.</source>
        <translation>{name} zeigt einen anderen Schlüssel als zuvor: {shown} statt {known}.</translation>
    </message>
    <message>
        <source>Either this is not the same machine, or it was reinstalled. Nothing secret was sent.</source>
        <translation>Entweder ist das nicht dasselbe Gerät, oder es wurde neu installiert. Nichts Geheimes wurde gesendet.</translation>
    </message>
    <message>
        <source>{name} shows a key of another type than before: {shown} instead of {known}.</source>
        <translation>{name} zeigt einen Schlüssel anderer Art als zuvor: {shown} statt {known}.</translation>
    </message>
    <message>
        <source>A machine that pretends to be this Spark would do that. Nothing secret was sent.</source>
        <translation>Ein Gerät, das sich als dieser Spark ausgibt, täte das. Nichts Geheimes wurde gesendet.</translation>
    </message>
    <message>
        <source>The fingerprint of {name} was not accepted.</source>
        <translation>Der Fingerabdruck von {name} wurde nicht angenommen.</translation>
    </message>
    <message>
        <source>Nothing secret was sent to it.</source>
        <translation>Ihm wurde nichts Geheimes gesendet.</translation>
    </message>
    <message>
        <source>Compare it with what the Spark itself shows, then try again.</source>
        <translation>Vergleichen Sie ihn mit dem, den der Spark selbst zeigt, und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>The key of this machine was not accepted yet.</source>
        <translation>Der Schlüssel dieses Geräts wurde noch nicht angenommen.</translation>
    </message>
    <message>
        <source>Before that nothing secret is sent.</source>
        <translation>Vorher wird nichts Geheimes gesendet.</translation>
    </message>
    <message>
        <source>Compare its fingerprint with what the Spark itself shows, then accept it.</source>
        <translation>Vergleichen Sie den Fingerabdruck mit dem, den der Spark selbst zeigt, und nehmen Sie ihn dann an.</translation>
    </message>
    <message>
        <source>This machine has not shown a key yet.</source>
        <translation>Dieses Gerät hat noch keinen Schlüssel gezeigt.</translation>
    </message>
    <message>
        <source>There is nothing to replace the old one with.</source>
        <translation>Es gibt nichts, was den alten ersetzen könnte.</translation>
    </message>
    <message>
        <source>Connect to it first.</source>
        <translation>Nehmen Sie erst Verbindung mit ihm auf.</translation>
    </message>
    <message>
        <source>The name that was typed is not {name}, so its key was not replaced.</source>
        <translation>Der getippte Name ist nicht {name}, darum wurde sein Schlüssel nicht ersetzt.</translation>
    </message>
    <message>
        <source>Typing the name makes sure that the right Spark is meant.</source>
        <translation>Den Namen zu tippen stellt sicher, dass der richtige Spark gemeint ist.</translation>
    </message>
    <message>
        <source>Type the name exactly: {name}</source>
        <translation>Tippen Sie den Namen genau so: {name}</translation>
    </message>
    <message>
        <source>Another machine answers at the address of {name}, with the same host key.</source>
        <translation>Unter der Adresse von {name} antwortet ein anderes Gerät mit demselben Host-Schlüssel.</translation>
    </message>
    <message>
        <source>One of the two was copied from the other, or the system was installed anew. Nothing was changed.</source>
        <translation>Eines der beiden wurde vom anderen kopiert, oder das System wurde neu installiert. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Remove {name} from the cluster and add it again.</source>
        <translation>Entfernen Sie {name} aus dem Cluster und fügen Sie ihn wieder hinzu.</translation>
    </message>
    <message>
        <source>A virtual Spark shows another key than the simulator gave it: {shown}.</source>
        <translation>Ein virtueller Spark zeigt einen anderen Schlüssel, als der Simulator ihm gab: {shown}.</translation>
    </message>
    <message>
        <source>{name} is a virtual Spark where a real one was expected, or the other way round.</source>
        <translation>{name} ist ein virtueller Spark, wo ein echter erwartet wurde, oder umgekehrt.</translation>
    </message>
    <message>
        <source>The two are never mixed in one cluster.</source>
        <translation>Die zwei werden in einem Cluster nie gemischt.</translation>
    </message>
    <message>
        <source>Remove it from the cluster.</source>
        <translation>Entfernen Sie ihn aus dem Cluster.</translation>
    </message>
    <message>
        <source>{name} was not recognised as a DGX Spark. Sparkloom goes on with the interfaces that are named like those of one.</source>
        <translation>{name} wurde nicht als DGX Spark erkannt. Sparkloom macht mit den Schnittstellen weiter, die heißen wie die eines Sparks.</translation>
    </message>
    <message>
        <source>Nothing was given to sign in with.</source>
        <translation>Für die Anmeldung wurde nichts angegeben.</translation>
    </message>
    <message>
        <source>This computer&apos;s key is not known there yet.</source>
        <translation>Der Schlüssel dieses Computers ist dort noch nicht bekannt.</translation>
    </message>
    <message>
        <source>Give the user name and password of the Spark once; from then on the key is enough.</source>
        <translation>Geben Sie einmal Benutzernamen und Passwort des Sparks an; danach genügt der Schlüssel.</translation>
    </message>
    <message>
        <source>Signing in failed three times.</source>
        <translation>Die Anmeldung misslang dreimal.</translation>
    </message>
    <message>
        <source>More tries could lock the account.</source>
        <translation>Weitere Versuche könnten das Konto sperren.</translation>
    </message>
    <message>
        <source>Check user name and password at the Spark itself, then try again.</source>
        <translation>Prüfen Sie Benutzernamen und Passwort am Spark selbst und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>This computer&apos;s key was installed, but the Spark does not let it in.</source>
        <translation>Der Schlüssel dieses Computers wurde hinterlegt, aber der Spark lässt ihn nicht hinein.</translation>
    </message>
    <message>
        <source>Its SSH server reads keys from another place, ignores them because others may write to the home folder, or forbids keys. The key was taken away again.</source>
        <translation>Sein SSH-Server liest Schlüssel an einer anderen Stelle, beachtet sie nicht, weil andere in den Heimordner schreiben dürfen, oder verbietet Schlüssel. Der Schlüssel wurde wieder weggenommen.</translation>
    </message>
    <message>
        <source>At the Spark: chmod go-w ~ ~/.ssh. Check AuthorizedKeysFile and PubkeyAuthentication in sshd_config, then try again.</source>
        <translation>Am Spark: chmod go-w ~ ~/.ssh. Prüfen Sie AuthorizedKeysFile und PubkeyAuthentication in sshd_config und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>The helper program is not on the Spark any more.</source>
        <translation>Das Hilfsprogramm ist nicht mehr auf dem Spark.</translation>
    </message>
    <message>
        <source>Somebody removed or changed it; it is checked before every start.</source>
        <translation>Jemand hat es entfernt oder geändert; es wird vor jedem Start geprüft.</translation>
    </message>
    <message>
        <source>Sign in again; it is copied anew.</source>
        <translation>Melden Sie sich wieder an; es wird neu kopiert.</translation>
    </message>
    <message>
        <source>The helper program could not be removed from {name}.</source>
        <translation>Das Hilfsprogramm ließ sich von {name} nicht entfernen.</translation>
    </message>
    <message>
        <source>The folder ~/.cache/sparkloom stays there; it does no harm.</source>
        <translation>Der Ordner ~/.cache/sparkloom bleibt dort; er schadet nicht.</translation>
    </message>
    <message>
        <source>Remove it by hand: rm -r ~/.cache/sparkloom</source>
        <translation>Entfernen Sie ihn von Hand: rm -r ~/.cache/sparkloom</translation>
    </message>
    <message>
        <source>This is a {machine} machine, and no helper program for it is at hand.</source>
        <translation>Das ist ein Gerät der Art {machine}, und dafür ist kein Hilfsprogramm zur Hand.</translation>
    </message>
    <message>
        <source>A Spark is aarch64. Either this is another machine, or this Sparkloom was built without that helper.</source>
        <translation>Ein Spark ist aarch64. Entweder ist das ein anderes Gerät, oder dieses Sparkloom wurde ohne jenes Hilfsprogramm gebaut.</translation>
    </message>
    <message>
        <source>Check that it is a Spark. If it is, install the complete Sparkloom package.</source>
        <translation>Prüfen Sie, ob es ein Spark ist. Wenn ja, installieren Sie das vollständige Sparkloom-Paket.</translation>
    </message>
    <message>
        <source>The home folder on the Spark is full or cannot be written to.</source>
        <translation>Der Heimordner auf dem Spark ist voll oder nicht beschreibbar.</translation>
    </message>
    <message>
        <source>The helper program needs some megabytes in ~/.cache/sparkloom.</source>
        <translation>Das Hilfsprogramm braucht einige Megabyte in ~/.cache/sparkloom.</translation>
    </message>
    <message>
        <source>Free some space in the home folder, then try again.</source>
        <translation>Schaffen Sie Platz im Heimordner und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>The home folder on the Spark does not let programs run.</source>
        <translation>Der Heimordner auf dem Spark lässt keine Programme laufen.</translation>
    </message>
    <message>
        <source>It is mounted with noexec.</source>
        <translation>Er ist mit noexec eingehängt.</translation>
    </message>
    <message>
        <source>Mount it without noexec, or use an account whose home folder allows programs.</source>
        <translation>Hängen Sie ihn ohne noexec ein, oder nehmen Sie ein Konto, dessen Heimordner Programme erlaubt.</translation>
    </message>
    <message>
        <source>The helper program arrived damaged on the Spark and was not used.</source>
        <translation>Das Hilfsprogramm kam beschädigt auf dem Spark an und wurde nicht benutzt.</translation>
    </message>
    <message>
        <source>What was written is not what was sent: a bad disk, or something that changes files.</source>
        <translation>Geschrieben wurde nicht, was gesendet wurde: ein schlechter Datenträger, oder etwas verändert Dateien.</translation>
    </message>
    <message>
        <source>Try again. If it repeats, check the Spark&apos;s disk.</source>
        <translation>Versuchen Sie es noch einmal. Wiederholt es sich, prüfen Sie den Datenträger des Sparks.</translation>
    </message>
    <message>
        <source>The helper program could not be copied to the Spark (code {code}).</source>
        <translation>Das Hilfsprogramm ließ sich nicht auf den Spark kopieren (Code {code}).</translation>
    </message>
    <message>
        <source>The Spark&apos;s shell did not carry the step out.</source>
        <translation>Die Shell des Sparks hat den Schritt nicht ausgeführt.</translation>
    </message>
    <message>
        <source>Check that this account can write to its home folder, then try again.</source>
        <translation>Prüfen Sie, dass dieses Konto in seinen Heimordner schreiben kann, und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>The first command on the Spark did not work (code {code}).</source>
        <translation>Der erste Befehl auf dem Spark ging nicht (Code {code}).</translation>
    </message>
    <message>
        <source>The account has no ordinary shell, or its login scripts end the connection.</source>
        <translation>Das Konto hat keine gewöhnliche Shell, oder seine Anmeldeskripte beenden die Verbindung.</translation>
    </message>
    <message>
        <source>Sign in by hand with ssh and see what happens; use an account with an ordinary shell.</source>
        <translation>Melden Sie sich mit ssh von Hand an und sehen Sie, was geschieht; nehmen Sie ein Konto mit gewöhnlicher Shell.</translation>
    </message>
    <message>
        <source>A command on the Spark took too long and was stopped.</source>
        <translation>Ein Befehl auf dem Spark dauerte zu lange und wurde angehalten.</translation>
    </message>
    <message>
        <source>The Spark is very busy, or its disk or home folder hangs.</source>
        <translation>Der Spark ist sehr beschäftigt, oder sein Datenträger oder Heimordner hängt.</translation>
    </message>
    <message>
        <source>No sudo password was given for {name}.</source>
        <translation>Für {name} wurde kein sudo-Passwort angegeben.</translation>
    </message>
    <message>
        <source>This step needs root on the Spark, so it was not done.</source>
        <translation>Dieser Schritt braucht auf dem Spark root, darum unterblieb er.</translation>
    </message>
    <message>
        <source>Try again and give the password, or ask somebody who may use sudo there.</source>
        <translation>Versuchen Sie es noch einmal und geben Sie das Passwort an, oder fragen Sie jemanden, der dort sudo benutzen darf.</translation>
    </message>
    <message>
        <source>The sudo password was not accepted.</source>
        <translation>Das sudo-Passwort wurde nicht angenommen.</translation>
    </message>
    <message>
        <source>It is not tried again by itself, because wrong passwords lock accounts.</source>
        <translation>Von selbst wird es nicht noch einmal versucht, denn falsche Passwörter sperren Konten.</translation>
    </message>
    <message>
        <source>Try again with the right password.</source>
        <translation>Versuchen Sie es noch einmal mit dem richtigen Passwort.</translation>
    </message>
    <message>
        <source>This account may not use sudo on the Spark.</source>
        <translation>Dieses Konto darf auf dem Spark kein sudo benutzen.</translation>
    </message>
    <message>
        <source>Network settings can be changed by root only.</source>
        <translation>Netzwerkeinstellungen kann nur root ändern.</translation>
    </message>
    <message>
        <source>Use the account that was made when the Spark was first switched on, or add this one there: sudo usermod -aG sudo NAME</source>
        <translation>Nehmen Sie das Konto, das beim ersten Einschalten des Sparks angelegt wurde, oder nehmen Sie dieses dort auf: sudo usermod -aG sudo NAME</translation>
    </message>
    <message>
        <source>There is no sudo on this machine.</source>
        <translation>Auf diesem Gerät gibt es kein sudo.</translation>
    </message>
    <message>
        <source>Sparkloom becomes root through sudo only.</source>
        <translation>Sparkloom wird nur über sudo zu root.</translation>
    </message>
    <message>
        <source>Install the package sudo there.</source>
        <translation>Installieren Sie dort das Paket sudo.</translation>
    </message>
    <message>
        <source>sudo on the Spark did not answer in time.</source>
        <translation>sudo auf dem Spark antwortete nicht rechtzeitig.</translation>
    </message>
    <message>
        <source>It waits for something else, such as a fingerprint reader or a directory server.</source>
        <translation>Es wartet auf etwas anderes, etwa einen Fingerabdruckleser oder einen Verzeichnisserver.</translation>
    </message>
    <message>
        <source>Try sudo true at the Spark itself and see what it asks for.</source>
        <translation>Versuchen Sie am Spark selbst sudo true und sehen Sie, wonach es fragt.</translation>
    </message>
    <message>
        <source>The root helper could not be started through sudo (code {code}).</source>
        <translation>Der root-Helfer ließ sich nicht über sudo starten (Code {code}).</translation>
    </message>
    <message>
        <source>The Spark&apos;s sudo rules or its security software stopped it.</source>
        <translation>Die sudo-Regeln des Sparks oder seine Sicherheitssoftware hielten ihn auf.</translation>
    </message>
    <message>
        <source>Look at the Spark&apos;s log: sudo journalctl -t sudo</source>
        <translation>Sehen Sie im Protokoll des Sparks nach: sudo journalctl -t sudo</translation>
    </message>
    <message>
        <source>The root helper on the Spark is not the one that was sent, so it was not started.</source>
        <translation>Der root-Helfer auf dem Spark ist nicht der, der gesendet wurde, darum wurde er nicht gestartet.</translation>
    </message>
    <message>
        <source>Somebody changed it while it was being installed. Nothing was run as root.</source>
        <translation>Jemand hat ihn während der Installation verändert. Nichts lief als root.</translation>
    </message>
    <message>
        <source>Find out who can change files of this account, then sign in again.</source>
        <translation>Finden Sie heraus, wer Dateien dieses Kontos ändern kann, und melden Sie sich dann wieder an.</translation>
    </message>
    <message>
        <source>The root helper could not be installed below /usr/local/libexec/sparkloom.</source>
        <translation>Der root-Helfer ließ sich unter /usr/local/libexec/sparkloom nicht installieren.</translation>
    </message>
    <message>
        <source>That file system is full or cannot be written to.</source>
        <translation>Dieses Dateisystem ist voll oder nicht beschreibbar.</translation>
    </message>
    <message>
        <source>No cable is known yet, so there is nothing to give addresses to.</source>
        <translation>Noch ist kein Kabel bekannt, also gibt es nichts, was Adressen bekäme.</translation>
    </message>
    <message>
        <source>Either nothing is plugged, or the halves are still asleep or dark.</source>
        <translation>Entweder steckt nichts, oder die Hälften schlafen noch.</translation>
    </message>
    <message>
        <source>Plug the cables first. Setting up goes on by itself once they are seen.</source>
        <translation>Stecken Sie erst die Kabel. Sobald sie zu sehen sind, geht es weiter.</translation>
    </message>
    <message>
        <source>A cable joins the two sockets of {spark} to each other.</source>
        <translation>Ein Kabel verbindet die zwei Buchsen von {spark} miteinander.</translation>
    </message>
    <message>
        <source>It cannot carry a cluster.</source>
        <translation>So trägt es keinen Cluster.</translation>
    </message>
    <message>
        <source>Move one of its plugs to another Spark.</source>
        <translation>Stecken Sie einen seiner Stecker in einen anderen Spark.</translation>
    </message>
    <message>
        <source>Half {half} of {spark} has no link.</source>
        <translation>Hälfte {half} von {spark} hat keine Verbindung.</translation>
    </message>
    <message>
        <source>Both halves of a cage must be up before they get addresses; with one of them only half the speed would be left.</source>
        <translation>Beide Hälften eines Käfigs müssen da sein, bevor sie Adressen bekommen; mit nur einer bliebe das halbe Tempo.</translation>
    </message>
    <message>
        <source>Push the plug in until it clicks. If it stays dark, try another cable.</source>
        <translation>Drücken Sie den Stecker, bis er klickt. Bleibt es so, versuchen Sie ein anderes Kabel.</translation>
    </message>
    <message>
        <source>A cable leads to a Spark that was not inspected ({spark}).</source>
        <translation>Ein Kabel führt zu einem Spark, der nicht angesehen wurde ({spark}).</translation>
    </message>
    <message>
        <source>It gets no address before Sparkloom is signed in to it.</source>
        <translation>Er bekommt keine Adresse, bevor Sparkloom bei ihm angemeldet ist.</translation>
    </message>
    <message>
        <source>Sign in to that Spark too, or pull the cable out.</source>
        <translation>Melden Sie sich auch bei diesem Spark an, oder ziehen Sie das Kabel.</translation>
    </message>
    <message>
        <source>An MTU of {mtu} is not possible; it must be between 1500 and 9000.</source>
        <translation>Eine MTU von {mtu} geht nicht; sie muss zwischen 1500 und 9000 liegen.</translation>
    </message>
    <message>
        <source>Leave it at 9000 for direct cables.</source>
        <translation>Lassen Sie es für direkte Kabel bei 9000.</translation>
    </message>
    <message>
        <source>{interface} of {spark} supports an MTU of at most {max}, not {mtu}.</source>
        <translation>{interface} von {spark} unterstützt eine MTU von höchstens {max}, nicht {mtu}.</translation>
    </message>
    <message>
        <source>Choose a smaller MTU: --mtu {max}</source>
        <translation>Wählen Sie eine kleinere MTU: --mtu {max}</translation>
    </message>
    <message>
        <source>The network {pool} overlaps {route}, which a Spark or this computer already uses.</source>
        <translation>Das Netz {pool} überschneidet sich mit {route}, das ein Spark oder dieser Computer schon benutzt.</translation>
    </message>
    <message>
        <source>The same addresses in two places would make one of them unreachable.</source>
        <translation>Dieselben Adressen an zwei Stellen machten eine davon unerreichbar.</translation>
    </message>
    <message>
        <source>Choose another network, or leave the choice to Sparkloom.</source>
        <translation>Wählen Sie ein anderes Netz, oder überlassen Sie Sparkloom die Wahl.</translation>
    </message>
    <message>
        <source>The network {pool} has the wrong size.</source>
        <translation>Das Netz {pool} hat die falsche Größe.</translation>
    </message>
    <message>
        <source>Its prefix length must be between 8 and 24, because every lane gets a /24 of its own.</source>
        <translation>Seine Präfixlänge muss zwischen 8 und 24 liegen, denn jede Spur bekommt ein eigenes /24.</translation>
    </message>
    <message>
        <source>Example: --pool 10.100.0.0/16</source>
        <translation>Beispiel: --pool 10.100.0.0/16</translation>
    </message>
    <message>
        <source>The network {pool} has not enough room: {needed} free /24 networks are needed.</source>
        <translation>Das Netz {pool} hat nicht genug Platz: gebraucht werden {needed} freie /24-Netze.</translation>
    </message>
    <message>
        <source>Every lane gets a /24 of its own.</source>
        <translation>Jede Spur bekommt ein eigenes /24.</translation>
    </message>
    <message>
        <source>Choose a larger network, for example --pool 10.100.0.0/16</source>
        <translation>Wählen Sie ein größeres Netz, zum Beispiel --pool 10.100.0.0/16</translation>
    </message>
    <message>
        <source>Every network that Sparkloom would choose (10.100 to 10.254, 172.16 to 172.31) is in use here.</source>
        <translation>Jedes Netz, das Sparkloom wählen würde (10.100 bis 10.254, 172.16 bis 172.31), wird hier benutzt.</translation>
    </message>
    <message>
        <source>A VPN on this computer or a Spark routes very large networks.</source>
        <translation>Ein VPN auf diesem Computer oder einem Spark leitet sehr große Netze um.</translation>
    </message>
    <message>
        <source>Switch the VPN off, or name a free network with --pool</source>
        <translation>Schalten Sie das VPN aus, oder nennen Sie mit --pool ein freies Netz</translation>
    </message>
    <message>
        <source>More than 254 Sparks share one switch lane.</source>
        <translation>Mehr als 254 Sparks teilen sich eine Spur des Switches.</translation>
    </message>
    <message>
        <source>A lane is a /24 network and has room for 254.</source>
        <translation>Eine Spur ist ein /24-Netz und hat Platz für 254.</translation>
    </message>
    <message>
        <source>Make two clusters of them.</source>
        <translation>Machen Sie zwei Cluster daraus.</translation>
    </message>
    <message>
        <source>{spark} is in the list twice.</source>
        <translation>{spark} steht zweimal in der Liste.</translation>
    </message>
    <message>
        <source>The same machine was added under two names.</source>
        <translation>Dasselbe Gerät wurde unter zwei Namen hinzugefügt.</translation>
    </message>
    <message>
        <source>The addresses name a Spark ({spark}) that is not part of this plan.</source>
        <translation>Die Adressen nennen einen Spark ({spark}), der nicht zu diesem Plan gehört.</translation>
    </message>
    <message>
        <source>The cluster changed while the plan was made.</source>
        <translation>Der Cluster änderte sich, während der Plan gemacht wurde.</translation>
    </message>
    <message>
        <source>{spark} is reached over {interface}, which this plan would change.</source>
        <translation>{spark} ist über {interface} erreichbar, und die würde dieser Plan ändern.</translation>
    </message>
    <message>
        <source>Changing it would cut the connection that makes the change.</source>
        <translation>Sie zu ändern würde die Verbindung kappen, über die die Änderung geschieht.</translation>
    </message>
    <message>
        <source>Connect over the Spark&apos;s network plug or Wi-Fi instead of the fast cable.</source>
        <translation>Verbinden Sie sich über Netzwerkstecker oder WLAN des Sparks statt über das schnelle Kabel.</translation>
    </message>
    <message>
        <source>A safety timer of {seconds} seconds is not possible.</source>
        <translation>Eine Sicherheitsuhr von {seconds} Sekunden geht nicht.</translation>
    </message>
    <message>
        <source>It must be between 5 and 300 seconds.</source>
        <translation>Sie muss zwischen 5 und 300 Sekunden liegen.</translation>
    </message>
    <message>
        <source>Leave it at 90 seconds.</source>
        <translation>Lassen Sie es bei 90 Sekunden.</translation>
    </message>
    <message>
        <source>The network files of {spark} were not read yet.</source>
        <translation>Die Netzwerkdateien von {spark} wurden noch nicht gelesen.</translation>
    </message>
    <message>
        <source>Only root may read them, and no plan is made without knowing them.</source>
        <translation>Nur root darf sie lesen, und ohne sie zu kennen wird kein Plan gemacht.</translation>
    </message>
    <message>
        <source>Give the sudo password when it is asked for.</source>
        <translation>Geben Sie das sudo-Passwort an, wenn danach gefragt wird.</translation>
    </message>
    <message>
        <source>On {spark}, {file} line {line} uses an interface of the fabric in &quot;{definition}&quot; (a bond, bridge, VLAN or renamed interface).</source>
        <translation>Auf {spark} benutzt {file}, Zeile {line}, eine Schnittstelle des Verbunds in &quot;{definition}&quot; (Bond, Bridge, VLAN oder umbenannte Schnittstelle).</translation>
    </message>
    <message>
        <source>Remove that definition from the file, then plan again.</source>
        <translation>Entfernen Sie diese Definition aus der Datei und planen Sie dann neu.</translation>
    </message>
    <message>
        <source>On {spark}, the pattern in &quot;{definition}&quot; ({file} line {line}) also matches interfaces of the fabric.</source>
        <translation>Auf {spark} passt das Muster in &quot;{definition}&quot; ({file}, Zeile {line}) auch auf Schnittstellen des Verbunds.</translation>
    </message>
    <message>
        <source>Both files would configure them at once.</source>
        <translation>Beide Dateien würden sie zugleich einrichten.</translation>
    </message>
    <message>
        <source>Narrow the pattern so that it leaves the fabric out, then plan again.</source>
        <translation>Fassen Sie das Muster enger, sodass es den Verbund auslässt, und planen Sie dann neu.</translation>
    </message>
    <message>
        <source>On {spark}, {file} line {line} configures &quot;{definition}&quot;, which is plugged but not part of this plan.</source>
        <translation>Auf {spark} richtet {file}, Zeile {line}, &quot;{definition}&quot; ein; dort steckt ein Kabel, es gehört aber nicht zu diesem Plan.</translation>
    </message>
    <message>
        <source>Taking the file over would cut it off.</source>
        <translation>Die Datei zu übernehmen würde es abschneiden.</translation>
    </message>
    <message>
        <source>Move those settings into a file of their own, or pull that cable out, then plan again.</source>
        <translation>Legen Sie diese Einstellungen in eine eigene Datei, oder ziehen Sie dieses Kabel, und planen Sie dann neu.</translation>
    </message>
    <message>
        <source>On {spark}, {file} line {line} configures the fabric but does not lie in /etc/netplan.</source>
        <translation>Auf {spark} richtet {file}, Zeile {line}, den Verbund ein, liegt aber nicht in /etc/netplan.</translation>
    </message>
    <message>
        <source>Another program made it and would make it again, so it cannot be replaced safely.</source>
        <translation>Ein anderes Programm hat sie erzeugt und würde es wieder tun; sicher ersetzen lässt sie sich darum nicht.</translation>
    </message>
    <message>
        <source>Take the fabric out of the program that makes this file, then plan again.</source>
        <translation>Nehmen Sie den Verbund aus dem Programm heraus, das diese Datei erzeugt, und planen Sie dann neu.</translation>
    </message>
    <message>
        <source>On {spark}, {file} names an interface of the fabric, and Sparkloom does not understand its line {line}.</source>
        <translation>Auf {spark} nennt {file} eine Schnittstelle des Verbunds, und Sparkloom versteht dort Zeile {line} nicht.</translation>
    </message>
    <message>
        <source>What is not understood is not replaced.</source>
        <translation>Was nicht verstanden ist, wird nicht ersetzt.</translation>
    </message>
    <message>
        <source>Write that line more simply or remove the fabric from the file, then plan again.</source>
        <translation>Schreiben Sie diese Zeile einfacher, oder entfernen Sie den Verbund aus der Datei, und planen Sie dann neu.</translation>
    </message>
    <message>
        <source>The host keys of {spark} could not be read: other Sparks will ask before they connect to it.</source>
        <translation>Die Host-Schlüssel von {spark} ließen sich nicht lesen: andere Sparks werden fragen, bevor sie sich mit ihm verbinden.</translation>
    </message>
    <message>
        <source>Sparkloom could not tell which interface of {spark} carries this connection.</source>
        <translation>Sparkloom konnte nicht erkennen, über welche Schnittstelle von {spark} diese Verbindung läuft.</translation>
    </message>
    <message>
        <source>{spark} has no known cable: it gets no address on the fabric.</source>
        <translation>{spark} hat kein bekanntes Kabel: er bekommt keine Adresse im Verbund.</translation>
    </message>
    <message>
        <source>The Sparks are used under different user names: {list}. Many tools expect the same one everywhere: make the same account on each, and add the Sparks under it.</source>
        <translation>Die Sparks werden unter verschiedenen Benutzernamen benutzt: {list}. Viele Werkzeuge erwarten überall denselben: Legen Sie auf jedem dasselbe Konto an, und fügen Sie die Sparks unter diesem hinzu.</translation>
    </message>
    <message>
        <source>Not every Spark is a direct neighbour of every other: RDMA works between neighbours only, and NCCL must use rings.</source>
        <translation>Nicht jeder Spark ist direkter Nachbar jedes anderen: RDMA geht nur zwischen Nachbarn, und NCCL muss Ringe benutzen.</translation>
    </message>
    <message>
        <source>An MTU of {mtu} must be allowed by the switch too; it is proven end to end before the change is kept.</source>
        <translation>Eine MTU von {mtu} muss auch der Switch erlauben; sie wird durchgehend geprüft, bevor die Änderung bleibt.</translation>
    </message>
    <message>
        <source>Somebody edited {file} on {spark} since Sparkloom wrote it; that edit will be replaced.</source>
        <translation>Jemand hat {file} auf {spark} bearbeitet, seit Sparkloom sie schrieb; diese Bearbeitung wird ersetzt.</translation>
    </message>
    <message>
        <source>On {spark}, Sparkloom does not understand {file} (line {line}). It does not name the fabric, but it has a match rule.</source>
        <translation>Auf {spark} versteht Sparkloom {file} nicht (Zeile {line}). Die Datei nennt den Verbund nicht, hat aber eine match-Regel.</translation>
    </message>
    <message>
        <source>On {spark}, {file} line {line} is a profile for any interface; it stays, and the fabric gets profiles of its own.</source>
        <translation>Auf {spark} ist {file}, Zeile {line}, ein Profil für jede Schnittstelle; es bleibt, und der Verbund bekommt eigene Profile.</translation>
    </message>
    <message>
        <source>On {spark}, {file} line {line} also gave addresses to {interface}, which is not plugged now; it loses them.</source>
        <translation>Auf {spark} gab {file}, Zeile {line}, auch {interface} Adressen; dort steckt jetzt nichts, und sie verliert sie.</translation>
    </message>
    <message>
        <source>Replace {file}</source>
        <translation>{file} ersetzen</translation>
    </message>
    <message>
        <source>It configures the same interfaces. Two files would be joined, and each half would have both addresses.</source>
        <translation>Sie richtet dieselben Schnittstellen ein. Zwei Dateien würden zusammengefügt, und jede Hälfte hätte beide Adressen.</translation>
    </message>
    <message>
        <source>Undo puts {file} back byte for byte.</source>
        <translation>Beim Rückgängigmachen kommt {file} Byte für Byte zurück.</translation>
    </message>
    <message>
        <source>Write {file}</source>
        <translation>{file} schreiben</translation>
    </message>
    <message>
        <source>Change {file}</source>
        <translation>{file} ändern</translation>
    </message>
    <message>
        <source>Remove {file}</source>
        <translation>{file} entfernen</translation>
    </message>
    <message>
        <source>Gives every half its own subnet, its MTU, and no automatic addresses. Jobs that run on the fabric are interrupted.</source>
        <translation>Gibt jeder Hälfte ihr eigenes Subnetz, ihre MTU und keine automatischen Adressen. Jobs, die auf dem Verbund laufen, werden unterbrochen.</translation>
    </message>
    <message>
        <source>Undo restores what was there before.</source>
        <translation>Rückgängigmachen stellt her, was vorher da war.</translation>
    </message>
    <message>
        <source>Both halves of a cage hear the same wire: without these settings one answers for the other and half the speed is lost.</source>
        <translation>Beide Hälften eines Käfigs hören denselben Draht: ohne diese Einstellungen antwortet eine für die andere, und das halbe Tempo geht verloren.</translation>
    </message>
    <message>
        <source>Undo removes the file and restores the earlier values.</source>
        <translation>Rückgängigmachen entfernt die Datei und stellt die früheren Werte her.</translation>
    </message>
    <message>
        <source>Set up {halves} again</source>
        <translation>{halves} neu einrichten</translation>
    </message>
    <message>
        <source>The files are right, but the interfaces are not as the files say.</source>
        <translation>Die Dateien stimmen, aber die Schnittstellen sind nicht so, wie die Dateien sagen.</translation>
    </message>
    <message>
        <source>Undo restores the addresses and settings that are live now.</source>
        <translation>Rückgängigmachen stellt die jetzigen Adressen und Einstellungen her.</translation>
    </message>
    <message>
        <source>A record that everybody may read: with it Sparkloom sees later, without root, whether anything changed.</source>
        <translation>Ein Beleg, den jeder lesen darf: damit sieht Sparkloom später ohne root, ob sich etwas geändert hat.</translation>
    </message>
    <message>
        <source>Forget removes it.</source>
        <translation>Vergessen entfernt es.</translation>
    </message>
    <message>
        <source>Undo removes it, unless an earlier set-up comes back.</source>
        <translation>Rückgängigmachen entfernt ihn, sofern keine frühere Einrichtung zurückkommt.</translation>
    </message>
    <message>
        <source>Install Sparkloom&apos;s root helper and its recovery at boot</source>
        <translation>Sparklooms root-Helfer und seine Rettung beim Start installieren</translation>
    </message>
    <message>
        <source>If this computer or the connection is lost half-way, the Spark itself goes back to the old state.</source>
        <translation>Geht dieser Computer oder die Verbindung mittendrin verloren, geht der Spark selbst in den alten Zustand zurück.</translation>
    </message>
    <message>
        <source>Forget removes both.</source>
        <translation>Vergessen entfernt beides.</translation>
    </message>
    <message>
        <source>Make the key {file}</source>
        <translation>Den Schlüssel {file} erzeugen</translation>
    </message>
    <message>
        <source>Each Spark has its own key for reaching the others. The private half never leaves it.</source>
        <translation>Jeder Spark hat seinen eigenen Schlüssel für die anderen. Die private Hälfte verlässt ihn nie.</translation>
    </message>
    <message numerus="yes">
        <source>Let %n other Sparks log in ({file})</source>
        <translation>
            <numerusform>Einen anderen Spark hereinlassen ({file})</numerusform>
            <numerusform>%n andere Sparks hereinlassen ({file})</numerusform>
        </translation>
    </message>
    <message>
        <source>Only from the fabric and the management network, without forwarding.</source>
        <translation>Nur aus dem Verbund und dem Verwaltungsnetz, ohne Weiterleitung.</translation>
    </message>
    <message>
        <source>The keys are made during the set-up. Only from the fabric and the management network, without forwarding.</source>
        <translation>Die Schlüssel entstehen beim Einrichten. Nur aus dem Verbund und dem Verwaltungsnetz, ohne Weiterleitung.</translation>
    </message>
    <message>
        <source>Undo removes these lines from {file} and nothing else.</source>
        <translation>Rückgängigmachen entfernt diese Zeilen aus {file} und sonst nichts.</translation>
    </message>
    <message>
        <source>Undo removes {file}.</source>
        <translation>Rückgängigmachen entfernt {file}.</translation>
    </message>
    <message>
        <source>The other Sparks&apos; host keys, read over connections that are already trusted: nothing asks later.</source>
        <translation>Die Host-Schlüssel der anderen Sparks, gelesen über schon vertraute Verbindungen: später fragt nichts mehr.</translation>
    </message>
    <message>
        <source>Tells ssh which key and which host keys belong to the other Sparks, and changes nothing for other hosts.</source>
        <translation>Sagt ssh, welcher Schlüssel und welche Host-Schlüssel zu den anderen Sparks gehören, und ändert für andere Computer nichts.</translation>
    </message>
    <message>
        <source>Add one line at the top of {file}</source>
        <translation>Eine Zeile oben in {file} einfügen</translation>
    </message>
    <message>
        <source>Makes ssh read Sparkloom&apos;s own file.</source>
        <translation>Lässt ssh Sparklooms eigene Datei lesen.</translation>
    </message>
    <message>
        <source>Undo removes that line from {file}.</source>
        <translation>Rückgängigmachen entfernt diese Zeile aus {file}.</translation>
    </message>
    <message>
        <source>A message could not be read: it is no valid JSON.</source>
        <translation>Eine Nachricht war nicht zu lesen: sie ist kein gültiges JSON.</translation>
    </message>
    <message>
        <source>Something else wrote into it, or it was cut off.</source>
        <translation>Etwas anderes schrieb hinein, oder sie wurde abgeschnitten.</translation>
    </message>
    <message>
        <source>Try again. If a file was read, check it with a JSON checker.</source>
        <translation>Versuchen Sie es noch einmal. Wurde eine Datei gelesen, prüfen Sie sie mit einem JSON-Prüfer.</translation>
    </message>
    <message>
        <source>A message could not be read: {field} is missing or has no allowed value.</source>
        <translation>Eine Nachricht war nicht zu lesen: {field} fehlt oder hat keinen erlaubten Wert.</translation>
    </message>
    <message>
        <source>It was written by another version or was damaged; it was not used.</source>
        <translation>Sie wurde von einer anderen Version geschrieben oder beschädigt; sie wurde nicht benutzt.</translation>
    </message>
    <message>
        <source>Use the same version of Sparkloom everywhere, then try again.</source>
        <translation>Nehmen Sie überall dieselbe Version von Sparkloom und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>A message could not be read: {key} stands in it twice.</source>
        <translation>Eine Nachricht war nicht zu lesen: {key} steht zweimal darin.</translation>
    </message>
    <message>
        <source>Two readers could understand it in two ways, so it was not used.</source>
        <translation>Zwei Leser könnten sie verschieden verstehen; darum wurde sie nicht benutzt.</translation>
    </message>
    <message>
        <source>If it is a file of yours, keep one of the two.</source>
        <translation>Ist es eine Datei von Ihnen, behalten Sie nur eines von beiden.</translation>
    </message>
    <message>
        <source>A message was larger than {limit} bytes and was not read.</source>
        <translation>Eine Nachricht war größer als {limit} Byte und wurde nicht gelesen.</translation>
    </message>
    <message>
        <source>No message of Sparkloom is that large.</source>
        <translation>Keine Nachricht von Sparkloom ist so groß.</translation>
    </message>
    <message>
        <source>Check that the right program or file was used.</source>
        <translation>Prüfen Sie, ob es das richtige Programm oder die richtige Datei war.</translation>
    </message>
    <message>
        <source>A message was nested more than {limit} levels deep and was not read.</source>
        <translation>Eine Nachricht war tiefer als {limit} Ebenen verschachtelt und wurde nicht gelesen.</translation>
    </message>
    <message>
        <source>No message of Sparkloom is like that.</source>
        <translation>Keine Nachricht von Sparkloom ist so.</translation>
    </message>
    <message>
        <source>A message had more than {limit} elements in one list and was not read.</source>
        <translation>Eine Nachricht hatte mehr als {limit} Elemente in einer Liste und wurde nicht gelesen.</translation>
    </message>
    <message>
        <source>The other side speaks version {theirs}, this program version {ours}.</source>
        <translation>Die Gegenseite spricht Version {theirs}, dieses Programm Version {ours}.</translation>
    </message>
    <message>
        <source>Two versions of Sparkloom meet that do not understand each other.</source>
        <translation>Zwei Versionen von Sparkloom treffen sich, die einander nicht verstehen.</translation>
    </message>
    <message>
        <source>Start it again; the fitting helper program is copied to the Spark then.</source>
        <translation>Starten Sie es noch einmal; dann wird das passende Hilfsprogramm auf den Spark kopiert.</translation>
    </message>
    <message>
        <source>No machine called {host} was found on this network.</source>
        <translation>In diesem Netz wurde kein Gerät namens {host} gefunden.</translation>
    </message>
    <message>
        <source>The name could not be turned into an address: the Spark is off, on another network, or the name is misspelt.</source>
        <translation>Aus dem Namen ließ sich keine Adresse machen: der Spark ist aus, in einem anderen Netz, oder der Name ist falsch geschrieben.</translation>
    </message>
    <message>
        <source>Check that the Spark is on and on the same network as this computer. Try the name with .local at the end, or the address that its own screen shows.</source>
        <translation>Prüfen Sie, ob der Spark eingeschaltet und im selben Netz wie dieser Computer ist. Versuchen Sie den Namen mit .local am Ende oder die Adresse, die der Bildschirm des Sparks zeigt.</translation>
    </message>
    <message>
        <source>Looking up the name {host} took too long.</source>
        <translation>Den Namen {host} nachzuschlagen dauerte zu lange.</translation>
    </message>
    <message>
        <source>The name service of this network does not answer.</source>
        <translation>Der Namensdienst dieses Netzes antwortet nicht.</translation>
    </message>
    <message>
        <source>Type the Spark&apos;s address instead of its name, or try again.</source>
        <translation>Tippen Sie statt des Namens die Adresse des Sparks, oder versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>{host} is there, but nothing answers at port {port}.</source>
        <translation>{host} ist da, aber an Port {port} antwortet nichts.</translation>
    </message>
    <message>
        <source>Its SSH service is off, still starting, or listens at another port.</source>
        <translation>Sein SSH-Dienst ist aus, startet noch oder lauscht an einem anderen Port.</translation>
    </message>
    <message>
        <source>Wait a minute after switching the Spark on. If it stays so, run at the Spark: sudo systemctl enable --now ssh</source>
        <translation>Warten Sie nach dem Einschalten des Sparks eine Minute. Bleibt es so, starten Sie am Spark: sudo systemctl enable --now ssh</translation>
    </message>
    <message>
        <source>This computer has no way to {host}.</source>
        <translation>Dieser Computer hat keinen Weg zu {host}.</translation>
    </message>
    <message>
        <source>The address belongs to a network that this computer is not on, or the Spark is switched off.</source>
        <translation>Die Adresse gehört zu einem Netz, in dem dieser Computer nicht ist, oder der Spark ist ausgeschaltet.</translation>
    </message>
    <message>
        <source>Put this computer on the same network as the Spark&apos;s network plug or Wi-Fi, and look whether the Spark is on.</source>
        <translation>Bringen Sie diesen Computer in dasselbe Netz wie Netzwerkstecker oder WLAN des Sparks, und sehen Sie nach, ob der Spark eingeschaltet ist.</translation>
    </message>
    <message>
        <source>{host} did not answer at port {port} in time.</source>
        <translation>{host} antwortete an Port {port} nicht rechtzeitig.</translation>
    </message>
    <message>
        <source>The Spark is off or asleep, its address has changed, or a firewall in between drops the connection.</source>
        <translation>Der Spark ist aus oder schläft, seine Adresse ist eine andere, oder eine Firewall dazwischen verwirft die Verbindung.</translation>
    </message>
    <message>
        <source>Check that the Spark is on and that its address is still the same, then try again.</source>
        <translation>Prüfen Sie, ob der Spark eingeschaltet und seine Adresse noch dieselbe ist, und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>{host} took the connection at port {port} and closed it at once.</source>
        <translation>{host} nahm die Verbindung an Port {port} an und schloss sie sofort.</translation>
    </message>
    <message>
        <source>{host} took the connection at port {port} and then said nothing.</source>
        <translation>{host} nahm die Verbindung an Port {port} an und sagte dann nichts.</translation>
    </message>
    <message>
        <source>What answers at {host}, port {port}, does not speak SSH.</source>
        <translation>Was bei {host} an Port {port} antwortet, spricht kein SSH.</translation>
    </message>
    <message>
        <source>The port is wrong, or the address belongs to another device.</source>
        <translation>Der Port ist falsch, oder die Adresse gehört zu einem anderen Gerät.</translation>
    </message>
    <message>
        <source>Check address and port. SSH is at port 22 unless somebody changed that.</source>
        <translation>Prüfen Sie Adresse und Port. SSH ist an Port 22, wenn niemand das geändert hat.</translation>
    </message>
    <message>
        <source>{host} offers no encryption that Sparkloom accepts ({banner}).</source>
        <translation>{host} bietet keine Verschlüsselung, die Sparkloom annimmt ({banner}).</translation>
    </message>
    <message>
        <source>Its SSH software is very old or was narrowed down by hand. Sparkloom refuses weak methods.</source>
        <translation>Seine SSH-Software ist sehr alt oder wurde von Hand eingeschränkt. Schwache Verfahren lehnt Sparkloom ab.</translation>
    </message>
    <message>
        <source>Update the software of that machine, or allow ed25519 keys and curve25519 key exchange in its sshd_config.</source>
        <translation>Aktualisieren Sie die Software dieses Geräts, oder erlauben Sie in seiner sshd_config ed25519-Schlüssel und den Schlüsselaustausch curve25519.</translation>
    </message>
    <message>
        <source>Agreeing on encryption with {host} failed ({banner}).</source>
        <translation>Die Einigung mit {host} auf eine Verschlüsselung misslang ({banner}).</translation>
    </message>
    <message>
        <source>The connection broke while keys were exchanged. Nothing secret was sent.</source>
        <translation>Die Verbindung brach ab, während Schlüssel ausgetauscht wurden. Nichts Geheimes wurde gesendet.</translation>
    </message>
    <message>
        <source>Try again. If it fails every time, look at the Spark&apos;s own log: sudo journalctl -u ssh</source>
        <translation>Versuchen Sie es noch einmal. Misslingt es jedes Mal, sehen Sie im Protokoll des Sparks selbst nach: sudo journalctl -u ssh</translation>
    </message>
    <message>
        <source>{host} answered, but agreeing on encryption took too long.</source>
        <translation>{host} antwortete, aber die Einigung auf eine Verschlüsselung dauerte zu lange.</translation>
    </message>
    <message>
        <source>The machine is very busy or the network loses packets. Nothing secret was sent.</source>
        <translation>Das Gerät ist sehr beschäftigt, oder das Netz verliert Pakete. Nichts Geheimes wurde gesendet.</translation>
    </message>
    <message>
        <source>Wait until the Spark is less busy and try again.</source>
        <translation>Warten Sie, bis der Spark weniger zu tun hat, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>{host} showed no host key that could be read.</source>
        <translation>{host} zeigte keinen Host-Schlüssel, der sich lesen ließ.</translation>
    </message>
    <message>
        <source>Without it nobody can tell whether it is the right machine. Nothing secret was sent.</source>
        <translation>Ohne ihn kann niemand sagen, ob es das richtige Gerät ist. Nichts Geheimes wurde gesendet.</translation>
    </message>
    <message>
        <source>Make new host keys at the Spark (sudo ssh-keygen -A), restart its SSH service and try again.</source>
        <translation>Erzeugen Sie am Spark neue Host-Schlüssel (sudo ssh-keygen -A), starten Sie seinen SSH-Dienst neu und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The SSH library of this computer could not be set up.</source>
        <translation>Die SSH-Bibliothek dieses Computers ließ sich nicht in Gang bringen.</translation>
    </message>
    <message>
        <source>This is a fault on this computer, not on the Spark.</source>
        <translation>Das ist ein Fehler auf diesem Computer, nicht auf dem Spark.</translation>
    </message>
    <message>
        <source>Update the package libssh of this computer and start Sparkloom again.</source>
        <translation>Aktualisieren Sie das Paket libssh dieses Computers und starten Sie Sparkloom neu.</translation>
    </message>
    <message>
        <source>The sign-in as {user} was not accepted (tried: {tried}).</source>
        <translation>Die Anmeldung als {user} wurde nicht angenommen (versucht: {tried}).</translation>
    </message>
    <message>
        <source>The user name or the password is wrong, or the Spark allows other ways only: {offered}.</source>
        <translation>Benutzername oder Passwort ist falsch, oder der Spark erlaubt nur andere Wege: {offered}.</translation>
    </message>
    <message>
        <source>Use the account that was made when the Spark was first switched on, and type its password again.</source>
        <translation>Nehmen Sie das Konto, das beim ersten Einschalten des Sparks angelegt wurde, und tippen Sie sein Passwort noch einmal.</translation>
    </message>
    <message>
        <source>There was nothing to sign in with as {user}.</source>
        <translation>Für die Anmeldung als {user} war nichts da.</translation>
    </message>
    <message>
        <source>This computer&apos;s key is not known there yet, and no password or key was given. The Spark accepts: {offered}.</source>
        <translation>Der Schlüssel dieses Computers ist dort noch nicht bekannt, und weder Passwort noch Schlüssel wurde angegeben. Der Spark nimmt: {offered}.</translation>
    </message>
    <message>
        <source>Give the password of the account once; from then on the key is enough.</source>
        <translation>Geben Sie einmal das Passwort des Kontos an; danach genügt der Schlüssel.</translation>
    </message>
    <message>
        <source>The first proof as {user} was accepted, but the Spark wants a second one ({offered}).</source>
        <translation>Der erste Ausweis als {user} wurde angenommen, aber der Spark will einen zweiten ({offered}).</translation>
    </message>
    <message>
        <source>Two-step sign-in is switched on there, and Sparkloom can give one step only.</source>
        <translation>Dort ist die Anmeldung in zwei Schritten eingeschaltet, und Sparkloom kann nur einen Schritt.</translation>
    </message>
    <message>
        <source>Allow a key alone for this account: AuthenticationMethods publickey in sshd_config, then add this computer&apos;s key by hand.</source>
        <translation>Erlauben Sie für dieses Konto den Schlüssel allein: AuthenticationMethods publickey in sshd_config, dann nehmen Sie den Schlüssel dieses Computers von Hand auf.</translation>
    </message>
    <message>
        <source>Signing in as {user} was stopped after too many tries.</source>
        <translation>Die Anmeldung als {user} wurde nach zu vielen Versuchen angehalten.</translation>
    </message>
    <message>
        <source>Check the password at the Spark itself, wait a few minutes, then try again.</source>
        <translation>Prüfen Sie das Passwort am Spark selbst, warten Sie einige Minuten, und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>Signing in as {user} took too long.</source>
        <translation>Die Anmeldung als {user} dauerte zu lange.</translation>
    </message>
    <message>
        <source>The Spark is busy, or it waits for something that nobody sees, such as a name server.</source>
        <translation>Der Spark ist beschäftigt, oder er wartet auf etwas, das niemand sieht, etwa einen Namensserver.</translation>
    </message>
    <message>
        <source>Try again. If it is always slow, add UseDNS no to the Spark&apos;s sshd_config.</source>
        <translation>Versuchen Sie es noch einmal. Ist es immer langsam, schreiben Sie UseDNS no in die sshd_config des Sparks.</translation>
    </message>
    <message>
        <source>Signing in as {user} failed for a technical reason.</source>
        <translation>Die Anmeldung als {user} misslang aus technischem Grund.</translation>
    </message>
    <message>
        <source>The SSH library could not finish this step; the password may still be right.</source>
        <translation>Die SSH-Bibliothek konnte diesen Schritt nicht beenden; das Passwort kann trotzdem richtig sein.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The Spark closed the connection while signing in as {user}, after {tries} tries.</source>
        <translation>Der Spark schloss die Verbindung während der Anmeldung als {user}, nach {tries} Versuchen.</translation>
    </message>
    <message>
        <source>It allows fewer tries, or does not let this user in at all (AllowUsers, a locked account, an expired password).</source>
        <translation>Er erlaubt weniger Versuche, oder er lässt diesen Benutzer gar nicht hinein (AllowUsers, gesperrtes Konto, abgelaufenes Passwort).</translation>
    </message>
    <message>
        <source>Sign in once at the Spark itself with this account; a password that must be changed is changed there.</source>
        <translation>Melden Sie sich mit diesem Konto einmal am Spark selbst an; ein Passwort, das geändert werden muss, wird dort geändert.</translation>
    </message>
    <message>
        <source>The Spark asks {user} for something other than the password: &quot;{prompt}&quot;</source>
        <translation>Der Spark fragt {user} nach etwas anderem als dem Passwort: &quot;{prompt}&quot;</translation>
    </message>
    <message>
        <source>Sparkloom answers one hidden question, the password, and no other. Nothing was sent for this one.</source>
        <translation>Sparkloom beantwortet eine einzige verdeckte Frage, die nach dem Passwort. Auf diese hier wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Sign in with a key instead: copy this computer&apos;s key there by hand, then try again.</source>
        <translation>Melden Sie sich stattdessen mit einem Schlüssel an: kopieren Sie den Schlüssel dieses Computers von Hand dorthin und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>The machine lets anybody in as {user}, without any password.</source>
        <translation>Das Gerät lässt jeden als {user} hinein, ganz ohne Passwort.</translation>
    </message>
    <message>
        <source>That is not how a Spark is set up; it may be another device that pretends to be one.</source>
        <translation>So ist kein Spark eingerichtet; vielleicht gibt sich ein anderes Gerät als einer aus.</translation>
    </message>
    <message>
        <source>Do not use this machine. If it is yours, give the account a password first.</source>
        <translation>Benutzen Sie dieses Gerät nicht. Ist es Ihres, geben Sie dem Konto erst ein Passwort.</translation>
    </message>
    <message>
        <source>The key file {path} could not be read.</source>
        <translation>Die Schlüsseldatei {path} ließ sich nicht lesen.</translation>
    </message>
    <message>
        <source>It is missing, not yours to read, or far too large for a key.</source>
        <translation>Sie fehlt, Sie dürfen sie nicht lesen, oder sie ist für einen Schlüssel viel zu groß.</translation>
    </message>
    <message>
        <source>Check the path, or sign in with the password.</source>
        <translation>Prüfen Sie den Pfad, oder melden Sie sich mit dem Passwort an.</translation>
    </message>
    <message>
        <source>The key file {path} needs its passphrase.</source>
        <translation>Die Schlüsseldatei {path} braucht ihre Passphrase.</translation>
    </message>
    <message>
        <source>The key is encrypted, or it is no OpenSSH private key.</source>
        <translation>Der Schlüssel ist verschlüsselt, oder er ist kein privater OpenSSH-Schlüssel.</translation>
    </message>
    <message>
        <source>Give the passphrase, or sign in with the password.</source>
        <translation>Geben Sie die Passphrase an, oder melden Sie sich mit dem Passwort an.</translation>
    </message>
    <message>
        <source>The key file {path} could not be opened with this passphrase.</source>
        <translation>Die Schlüsseldatei {path} ließ sich mit dieser Passphrase nicht öffnen.</translation>
    </message>
    <message>
        <source>The passphrase is wrong, or the file is no OpenSSH private key.</source>
        <translation>Die Passphrase ist falsch, oder die Datei ist kein privater OpenSSH-Schlüssel.</translation>
    </message>
    <message>
        <source>Type the passphrase again, or sign in with the password.</source>
        <translation>Tippen Sie die Passphrase noch einmal, oder melden Sie sich mit dem Passwort an.</translation>
    </message>
    <message>
        <source>There is no connection to this Spark any more.</source>
        <translation>Zu diesem Spark gibt es keine Verbindung mehr.</translation>
    </message>
    <message>
        <source>It was closed or lost before this step.</source>
        <translation>Sie wurde vor diesem Schritt beendet oder ging verloren.</translation>
    </message>
    <message>
        <source>The connection to the Spark was lost.</source>
        <translation>Die Verbindung zum Spark ging verloren.</translation>
    </message>
    <message>
        <source>The Spark was restarted or switched off, or the management network dropped out.</source>
        <translation>Der Spark wurde neu gestartet oder ausgeschaltet, oder das Verwaltungsnetz fiel aus.</translation>
    </message>
    <message>
        <source>Check the Spark&apos;s network plug or Wi-Fi, then sign in again.</source>
        <translation>Prüfen Sie Netzwerkstecker oder WLAN des Sparks und melden Sie sich dann wieder an.</translation>
    </message>
    <message>
        <source>The Spark said nothing for {seconds} seconds.</source>
        <translation>Der Spark sagte {seconds} Sekunden lang nichts.</translation>
    </message>
    <message>
        <source>It hangs, was cut off, or its address has changed.</source>
        <translation>Er hängt, wurde abgeschnitten, oder seine Adresse ist eine andere.</translation>
    </message>
    <message>
        <source>Check the Spark and its network plug, then sign in again.</source>
        <translation>Prüfen Sie den Spark und seinen Netzwerkstecker und melden Sie sich dann wieder an.</translation>
    </message>
    <message>
        <source>The Spark allowed no further program over this connection.</source>
        <translation>Der Spark erlaubte über diese Verbindung kein weiteres Programm.</translation>
    </message>
    <message>
        <source>Its SSH service limits how many run side by side (MaxSessions).</source>
        <translation>Sein SSH-Dienst begrenzt, wie viele nebeneinander laufen (MaxSessions).</translation>
    </message>
    <message>
        <source>Set MaxSessions to 10 in the Spark&apos;s sshd_config, which is the usual value.</source>
        <translation>Setzen Sie MaxSessions in der sshd_config des Sparks auf 10, den üblichen Wert.</translation>
    </message>
    <message>
        <source>The Spark did not start a program in time.</source>
        <translation>Der Spark startete ein Programm nicht rechtzeitig.</translation>
    </message>
    <message>
        <source>It is very busy or short of memory.</source>
        <translation>Er ist sehr beschäftigt, oder der Speicher ist knapp.</translation>
    </message>
    <message>
        <source>Stop what keeps the Spark busy, then try again.</source>
        <translation>Halten Sie an, was den Spark beschäftigt, und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>The Spark refused to run a program for this account.</source>
        <translation>Der Spark lehnte es ab, für dieses Konto ein Programm zu starten.</translation>
    </message>
    <message>
        <source>The account is limited to a fixed command or has no login shell.</source>
        <translation>Das Konto ist auf einen festen Befehl beschränkt oder hat keine Anmelde-Shell.</translation>
    </message>
    <message>
        <source>Use an ordinary account of that Spark.</source>
        <translation>Nehmen Sie ein gewöhnliches Konto dieses Sparks.</translation>
    </message>
    <message>
        <source>A program on the Spark was ended by the signal {signal}.</source>
        <translation>Ein Programm auf dem Spark wurde durch das Signal {signal} beendet.</translation>
    </message>
    <message>
        <source>Somebody or something stopped it; signal KILL often means that memory ran out.</source>
        <translation>Jemand oder etwas hat es angehalten; das Signal KILL heißt oft, dass der Speicher ausging.</translation>
    </message>
    <message>
        <source>Try again. If it repeats, look at the Spark&apos;s log: sudo journalctl -b</source>
        <translation>Versuchen Sie es noch einmal. Wiederholt es sich, sehen Sie im Protokoll des Sparks nach: sudo journalctl -b</translation>
    </message>
    <message>
        <source>A program on the Spark ended without saying how.</source>
        <translation>Ein Programm auf dem Spark endete, ohne zu sagen wie.</translation>
    </message>
    <message>
        <source>The connection broke while it ran.</source>
        <translation>Die Verbindung brach ab, während es lief.</translation>
    </message>
    <message>
        <source>Sign in again; Sparkloom looks afresh at how things stand.</source>
        <translation>Melden Sie sich wieder an; Sparkloom sieht neu nach, wie es steht.</translation>
    </message>
    <message>
        <source>A program on the Spark wrote more than {bytes} bytes and was stopped.</source>
        <translation>Ein Programm auf dem Spark schrieb mehr als {bytes} Byte und wurde angehalten.</translation>
    </message>
    <message>
        <source>No program of Sparkloom does that; something else answers in its place.</source>
        <translation>Kein Programm von Sparkloom tut das; an seiner Stelle antwortet etwas anderes.</translation>
    </message>
    <message>
        <source>Look at the login scripts of this account (.bashrc, .profile) for endless output.</source>
        <translation>Suchen Sie in den Anmeldeskripten dieses Kontos (.bashrc, .profile) nach endloser Ausgabe.</translation>
    </message>
    <message>
        <source>The Spark did not take what was sent to it; {bytes} bytes were waiting.</source>
        <translation>Der Spark nahm nicht an, was ihm gesendet wurde; {bytes} Byte warteten.</translation>
    </message>
    <message>
        <source>The program there hangs or the network has stopped.</source>
        <translation>Das Programm dort hängt, oder das Netzwerk steht still.</translation>
    </message>
    <message>
        <source>{interface} has {address} and MTU {mtu}.</source>
        <translation>{interface} hat {address} und MTU {mtu}.</translation>
    </message>
    <message>
        <source>{interface} of {spark} (half {half}) does not have the address {address}.</source>
        <translation>{interface} von {spark} (Hälfte {half}) hat die Adresse {address} nicht.</translation>
    </message>
    <message>
        <source>{interface} of {spark} (half {half}) has MTU {seen} instead of {mtu}.</source>
        <translation>{interface} von {spark} (Hälfte {half}) hat MTU {seen} statt {mtu}.</translation>
    </message>
    <message>
        <source>Somebody changed it since the set-up, or the network manager has not taken it up yet. Wait ten seconds; if it stays, run the set-up again.</source>
        <translation>Jemand hat das seit der Einrichtung geändert, oder die Netzwerkverwaltung hat es noch nicht übernommen. Warten Sie zehn Sekunden; bleibt es so, starten Sie die Einrichtung noch einmal.</translation>
    </message>
    <message>
        <source>Half {half} of {spark} ({interface}) is not there.</source>
        <translation>Hälfte {half} von {spark} ({interface}) ist nicht da.</translation>
    </message>
    <message>
        <source>A Spark without a cable hides its fast network card. Push the plugs of {spark} in until they click.</source>
        <translation>Ein Spark ohne Kabel versteckt seine schnelle Netzwerkkarte. Drücken Sie die Stecker von {spark}, bis sie klicken.</translation>
    </message>
    <message>
        <source>IPv6 is off on {interface} (half {half} of {spark}).</source>
        <translation>IPv6 ist auf {interface} aus (Hälfte {half} von {spark}).</translation>
    </message>
    <message>
        <source>IPv6 is on on {interface} (half {half} of {spark}).</source>
        <translation>IPv6 ist auf {interface} an (Hälfte {half} von {spark}).</translation>
    </message>
    <message>
        <source>It does no harm to the speed, but NCCL may pick such an address. Another sysctl file switches it on again for {interface}; run the set-up again or remove that file.</source>
        <translation>Dem Tempo schadet es nicht, aber NCCL kann so eine Adresse nehmen. Eine andere sysctl-Datei schaltet es für {interface} wieder ein; starten Sie die Einrichtung noch einmal, oder entfernen Sie jene Datei.</translation>
    </message>
    <message>
        <source>From {from} to {to} (half {half}) the way is {interface}, as it should be.</source>
        <translation>Von {from} nach {to} (Hälfte {half}) führt der Weg über {interface}, wie er soll.</translation>
    </message>
    <message>
        <source>From {from} to {to} (half {half}) the kernel sends over {interface} instead of {wanted}.</source>
        <translation>Von {from} nach {to} (Hälfte {half}) sendet der Kernel über {interface} statt {wanted}.</translation>
    </message>
    <message>
        <source>Another route or rule takes this traffic away from {wanted}. Look at: ip route, ip rule. A VPN often does that.</source>
        <translation>Eine andere Route oder Regel nimmt {wanted} diesen Verkehr weg. Sehen Sie nach: ip route, ip rule. Oft tut das ein VPN.</translation>
    </message>
    <message>
        <source>From half {half} of {from} the right half of {to} answers.</source>
        <translation>Von {from}, Hälfte {half}: es antwortet die richtige Hälfte von {to}.</translation>
    </message>
    <message>
        <source>From half {half} of {from} the wrong half of {to} answers ({seen} instead of {wanted}).</source>
        <translation>Von {from}, Hälfte {half}: es antwortet die falsche Hälfte von {to} ({seen} statt {wanted}).</translation>
    </message>
    <message>
        <source>One half answers for the other, so half of the speed is lost. Run the set-up again; it sets arp_ignore and arp_announce on {to}.</source>
        <translation>Eine Hälfte antwortet für die andere, darum geht das halbe Tempo verloren. Starten Sie die Einrichtung noch einmal; sie setzt arp_ignore und arp_announce auf {to}.</translation>
    </message>
    <message>
        <source>Which half of {to} answers half {half} of {from} is not known.</source>
        <translation>Welche Hälfte von {to} antwortet {from}, Hälfte {half}? Das ist unbekannt.</translation>
    </message>
    <message>
        <source>Packets of {mtu} bytes pass undivided from half {half} of {from} to {to}.</source>
        <translation>Pakete von {mtu} Byte kommen von {from}, Hälfte {half}, ungeteilt bei {to} an.</translation>
    </message>
    <message>
        <source>Packets of {mtu} bytes pass undivided from half {half} of {from} to {to}, but some were lost.</source>
        <translation>Pakete von {mtu} Byte kommen von {from}, Hälfte {half}, ungeteilt bei {to} an, aber manche gingen verloren.</translation>
    </message>
    <message>
        <source>From half {half} of {from} to {to} only packets up to {largest} bytes pass undivided, not {mtu}.</source>
        <translation>Von {from}, Hälfte {half}, kommen bei {to} nur Pakete bis {largest} Byte ungeteilt an, nicht {mtu}.</translation>
    </message>
    <message>
        <source>The MTU differs between the two ends. Run the set-up again, or use --mtu {mtu}</source>
        <translation>Die MTU ist an den zwei Enden verschieden. Starten Sie die Einrichtung noch einmal, oder nehmen Sie --mtu {mtu}</translation>
    </message>
    <message>
        <source>The switch lets only smaller packets through. Raise MTU and L2MTU on its ports, or use --mtu {mtu}</source>
        <translation>Der Switch lässt nur kleinere Pakete durch. Erhöhen Sie MTU und L2MTU seiner Ports, oder nehmen Sie --mtu {mtu}</translation>
    </message>
    <message>
        <source>{to} does not answer half {half} of {from} at {address}.</source>
        <translation>{to} antwortet {from}, Hälfte {half}, unter {address} nicht.</translation>
    </message>
    <message>
        <source>Push the plugs of this cable in until they click at both ends, and check that no firewall on {to} blocks the fabric.</source>
        <translation>Drücken Sie die Stecker dieses Kabels an beiden Enden, bis sie klicken, und prüfen Sie, dass keine Firewall auf {to} den Verbund sperrt.</translation>
    </message>
    <message>
        <source>From half {half} of {from} to {to} nothing could be tested.</source>
        <translation>Von {from}, Hälfte {half}, nach {to} ließ sich nichts prüfen.</translation>
    </message>
    <message>
        <source>{from} reaches {to} by SSH at {name} without a question.</source>
        <translation>{from} erreicht {to} über SSH unter {name} ohne Rückfrage.</translation>
    </message>
    <message>
        <source>{from} does not reach {to} by SSH at {name}: {problem}</source>
        <translation>{from} erreicht {to} über SSH unter {name} nicht: {problem}</translation>
    </message>
    <message>
        <source>Run the set-up again; it installs the keys anew. If it stays, try by hand on {from}: ssh {name}</source>
        <translation>Starten Sie die Einrichtung noch einmal; sie hinterlegt die Schlüssel neu. Bleibt es so, versuchen Sie es auf {from} von Hand: ssh {name}</translation>
    </message>
    <message>
        <source>At {name}, {from} reaches a machine that calls itself {hostname} instead of {to}.</source>
        <translation>Unter {name} erreicht {from} ein Gerät, das sich {hostname} nennt, statt {to}.</translation>
    </message>
    <message>
        <source>Two machines share this name or address. Rename one of them, or look at /etc/hosts on {from}.</source>
        <translation>Zwei Geräte teilen sich diesen Namen oder diese Adresse. Benennen Sie eines um, oder sehen Sie in /etc/hosts auf {from} nach.</translation>
    </message>
    <message>
        <source>SSH from {from} to {to} at {name} could not be tested.</source>
        <translation>SSH von {from} nach {to} unter {name} ließ sich nicht prüfen.</translation>
    </message>
    <message>
        <source>{spark} is still managed over {interface}.</source>
        <translation>{spark} wird weiter über {interface} verwaltet.</translation>
    </message>
    <message>
        <source>{spark} is now managed over another interface: {interface}.</source>
        <translation>{spark} wird jetzt über eine andere Schnittstelle verwaltet: {interface}.</translation>
    </message>
    <message>
        <source>The set-up must not touch the management network of {spark}. Check its network plug and Wi-Fi.</source>
        <translation>Die Einrichtung darf das Verwaltungsnetz von {spark} nicht berühren. Prüfen Sie seinen Netzwerkstecker und sein WLAN.</translation>
    </message>
    <message>
        <source>{spark} was not reached, so nothing about it was tested.</source>
        <translation>{spark} war nicht zu erreichen, darum wurde an ihm nichts geprüft.</translation>
    </message>
    <message>
        <source>Check that {spark} is on, sign in to it and verify again.</source>
        <translation>Prüfen Sie, ob {spark} eingeschaltet ist, melden Sie sich bei ihm an und weisen Sie noch einmal nach.</translation>
    </message>
    <message numerus="yes">
        <source>Proven: all %n halves have their address and MTU.</source>
        <translation>
            <numerusform>Nachgewiesen: die Hälfte hat ihre Adresse und MTU.</numerusform>
            <numerusform>Nachgewiesen: alle %n Hälften haben ihre Adresse und MTU.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Proven: each half is answered by the right half, over its own wire (%n ways, both directions).</source>
        <translation>
            <numerusform>Nachgewiesen: der Hälfte antwortet die richtige, über ihren eigenen Draht.</numerusform>
            <numerusform>Nachgewiesen: jeder Hälfte antwortet die richtige, über ihren eigenen Draht (%n Wege, beide Richtungen).</numerusform>
        </translation>
    </message>
    <message>
        <source>Proven: packets of {mtu} bytes pass undivided on every half, in both directions.</source>
        <translation>Nachgewiesen: Pakete von {mtu} Byte kommen auf jeder Hälfte ungeteilt durch, in beiden Richtungen.</translation>
    </message>
    <message numerus="yes">
        <source>Proven: the Sparks reach each other by SSH without a question (%n ways).</source>
        <translation>
            <numerusform>Nachgewiesen: die Sparks erreichen einander über SSH ohne Rückfrage.</numerusform>
            <numerusform>Nachgewiesen: die Sparks erreichen einander über SSH ohne Rückfrage (%n Wege).</numerusform>
        </translation>
    </message>
    <message>
        <source>Proven: IPv6 is off on every half.</source>
        <translation>Nachgewiesen: IPv6 ist auf jeder Hälfte aus.</translation>
    </message>
    <message numerus="yes">
        <source>Not proven: %n checks could not be made.</source>
        <translation>
            <numerusform>Nicht nachgewiesen: eine Prüfung ging nicht.</numerusform>
            <numerusform>Nicht nachgewiesen: %n Prüfungen gingen nicht.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not proven: the speed. That is measured, not set up; nothing is claimed about it here.</source>
        <translation>Nicht nachgewiesen: das Tempo. Das wird gemessen, nicht eingerichtet; hier wird darüber nichts behauptet.</translation>
    </message>
    <message>
        <source>This cluster is not set up, so there is nothing to prove.</source>
        <translation>Dieser Cluster ist nicht eingerichtet, also gibt es nichts nachzuweisen.</translation>
    </message>
    <message>
        <source>What is proven is what a set-up promised.</source>
        <translation>Nachgewiesen wird, was eine Einrichtung versprochen hat.</translation>
    </message>
    <message>
        <source>Set it up first.</source>
        <translation>Richten Sie ihn erst ein.</translation>
    </message>
    <message>
        <source>Half {half} ({interface}) is not there: no cable is plugged.</source>
        <translation>Hälfte {half} ({interface}) ist nicht da: es steckt kein Kabel.</translation>
    </message>
    <message>
        <source>Half {half} ({interface}) has no link.</source>
        <translation>Hälfte {half} ({interface}) hat keine Verbindung.</translation>
    </message>
    <message>
        <source>The simulator (sparkloom-sim) was not found beside this program.</source>
        <translation>Der Simulator (sparkloom-sim) wurde neben diesem Programm nicht gefunden.</translation>
    </message>
    <message>
        <source>Without it there are no virtual Sparks.</source>
        <translation>Ohne ihn gibt es keine virtuellen Sparks.</translation>
    </message>
    <message>
        <source>Install the complete Sparkloom package, or set SPARKLOOM_BIN_DIR to the folder that holds it.</source>
        <translation>Installieren Sie das vollständige Sparkloom-Paket, oder setzen Sie SPARKLOOM_BIN_DIR auf den Ordner, in dem er liegt.</translation>
    </message>
    <message>
        <source>The virtual Sparks could not be started.</source>
        <translation>Die virtuellen Sparks ließen sich nicht starten.</translation>
    </message>
    <message>
        <source>The scenario is not known, or this computer is short of memory.</source>
        <translation>Das Szenario ist unbekannt, oder diesem Computer fehlt Speicher.</translation>
    </message>
    <message>
        <source>The virtual Sparks have ended.</source>
        <translation>Die virtuellen Sparks sind zu Ende.</translation>
    </message>
    <message>
        <source>The simulator stopped by itself. Nothing of it is left on this computer.</source>
        <translation>Der Simulator hörte von selbst auf. Nichts von ihm ist auf diesem Computer zurückgeblieben.</translation>
    </message>
    <message>
        <source>Start them again.</source>
        <translation>Starten Sie sie wieder.</translation>
    </message>
    <message>
        <source>The virtual Sparks refused that: {reason}.</source>
        <translation>Die virtuellen Sparks lehnten das ab: {reason}.</translation>
    </message>
    <message>
        <source>As with real ones, a cable fits only into a socket that is there and free.</source>
        <translation>Wie bei echten passt ein Kabel nur in eine Buchse, die da und frei ist.</translation>
    </message>
    <message>
        <source>Pull the other plug out first, or use another socket.</source>
        <translation>Ziehen Sie erst den anderen Stecker, oder nehmen Sie eine andere Buchse.</translation>
    </message>
    <message>
        <source>Virtual Sparks are running already.</source>
        <translation>Es laufen schon virtuelle Sparks.</translation>
    </message>
    <message>
        <source>One scenario runs at a time.</source>
        <translation>Es läuft immer nur ein Szenario.</translation>
    </message>
    <message>
        <source>End them before you start others.</source>
        <translation>Beenden Sie sie, bevor Sie andere starten.</translation>
    </message>
    <message>
        <source>the socket next to the network plug</source>
        <translation>Buchse neben dem Netzwerkstecker</translation>
    </message>
    <message>
        <source>the outer socket, farther from the network plug</source>
        <translation>äußere Buchse</translation>
    </message>
    <message>
        <source>a pair with one cable</source>
        <translation>ein Paar mit einem Kabel</translation>
    </message>
    <message>
        <source>a pair with two cables</source>
        <translation>ein Paar mit zwei Kabeln</translation>
    </message>
    <message>
        <source>a ring</source>
        <translation>ein Ring</translation>
    </message>
    <message>
        <source>a star around a switch</source>
        <translation>ein Stern um einen Switch</translation>
    </message>
    <message>
        <source>a line: a ring with a cable missing</source>
        <translation>eine Linie: ein Ring, dem ein Kabel fehlt</translation>
    </message>
    <message>
        <source>split role: one cage to a Spark, the other to storage</source>
        <translation>geteilte Rolle: ein Käfig zu einem Spark, der andere zum Netzwerkspeicher</translation>
    </message>
    <message>
        <source>no form that Sparkloom sets up</source>
        <translation>keine Form, die Sparkloom einrichtet</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>noch nicht bekannt</translation>
    </message>
    <message>
        <source>it is a link</source>
        <translation>es ist ein Verweis</translation>
    </message>
    <message>
        <source>it is not a folder</source>
        <translation>es ist kein Ordner</translation>
    </message>
    <message>
        <source>it is not a file</source>
        <translation>es ist keine Datei</translation>
    </message>
    <message>
        <source>it belongs to somebody else</source>
        <translation>es gehört jemand anderem</translation>
    </message>
    <message>
        <source>others may write to it</source>
        <translation>andere dürfen hineinschreiben</translation>
    </message>
    <message>
        <source>the link</source>
        <translation>die Verbindung</translation>
    </message>
    <message>
        <source>its address</source>
        <translation>seine Adresse</translation>
    </message>
    <message>
        <source>its MTU</source>
        <translation>seine MTU</translation>
    </message>
    <message>
        <source>{name} is none of the virtual Sparks of this scenario.</source>
        <translation>{name} ist keiner der virtuellen Sparks dieses Szenarios.</translation>
    </message>
    <message>
        <source>Real and virtual Sparks are never mixed.</source>
        <translation>Echte und virtuelle Sparks werden nie gemischt.</translation>
    </message>
    <message>
        <source>discover lists the virtual Sparks; all of them belong to the cluster already.</source>
        <translation>discover listet die virtuellen Sparks auf; sie alle gehören schon zum Cluster.</translation>
    </message>
    <message>
        <source>Which Sparks are to be forgotten on this computer was not said.</source>
        <translation>Es wurde nicht gesagt, welche Sparks dieser Computer vergessen soll.</translation>
    </message>
    <message>
        <source>Name them: sparkloomctl forget --here-only NAME</source>
        <translation>Nennen Sie sie: sparkloomctl forget --here-only NAME</translation>
    </message>
    <message>
        <source>The set-up is final on some Sparks and open on others. Complete it with sparkloomctl finish, or take it back with sparkloomctl revert.</source>
        <translation>Die Einrichtung ist auf manchen Sparks endgültig und auf anderen offen. Vollenden Sie sie mit sparkloomctl finish, oder nehmen Sie sie mit sparkloomctl revert zurück.</translation>
    </message>
    <message>
        <source>Forgotten on this computer. What Sparkloom installed on them is still there.</source>
        <translation>Auf diesem Computer vergessen. Was Sparkloom auf ihnen installiert hat, ist noch da.</translation>
    </message>
    <message>
        <source>There is no interrupted set-up.</source>
        <translation>Es gibt keine unterbrochene Einrichtung.</translation>
    </message>
    <message>
        <source>Passphrase of {path} (not shown):</source>
        <translation>Passphrase von {path} (wird nicht angezeigt):</translation>
    </message>
    <message>
        <source>libssh 0.11.5 or 0.12.1 and later have them, and the patched packages of some distributions. Unattended Sparkloom goes no further.</source>
        <translation>libssh ab 0.11.5 und ab 0.12.1 hat sie, ebenso die korrigierten Pakete mancher Distributionen. Unbeaufsichtigt macht Sparkloom nicht weiter.</translation>
    </message>
    <message>
        <source>The machine is alive, but its SSH service cannot answer now. Mostly its memory is used up, by a large model for example; sometimes it blocks this computer for a while after too many tries.</source>
        <translation>Das Gerät lebt, aber sein SSH-Dienst kann jetzt nicht antworten. Meist ist sein Speicher aufgebraucht, etwa durch ein großes Modell; manchmal sperrt es diesen Computer nach zu vielen Versuchen eine Weile aus.</translation>
    </message>
    <message>
        <source>Wait a minute and try again. If it stays so, switch the Spark off and on.</source>
        <translation>Warten Sie eine Minute und versuchen Sie es noch einmal. Bleibt es so, schalten Sie den Spark aus und wieder ein.</translation>
    </message>
    <message>
        <source>The machine is alive, but its SSH service is stuck. Mostly its memory is used up, by a large model for example.</source>
        <translation>Das Gerät lebt, aber sein SSH-Dienst steckt fest. Meist ist sein Speicher aufgebraucht, etwa durch ein großes Modell.</translation>
    </message>
    <message>
        <source>The switch lets no packets of {wanted} bytes through, so MTU {mtu} was set. For more speed raise MTU and L2MTU on its ports and run the set-up again.</source>
        <translation>Der Switch lässt keine Pakete von {wanted} Byte durch, darum wurde MTU {mtu} eingestellt. Für mehr Tempo erhöhen Sie MTU und L2MTU seiner Ports und starten Sie die Einrichtung noch einmal.</translation>
    </message>
    <message>
        <source>{host} showed another key when it was connected to again: {shown} instead of {known}.</source>
        <translation>{host} zeigte beim zweiten Verbinden einen anderen Schlüssel: {shown} statt {known}.</translation>
    </message>
    <message>
        <source>Another machine answers at its address now. Nothing secret was sent to it.</source>
        <translation>Unter seiner Adresse antwortet jetzt ein anderes Gerät. Ihm wurde nichts Geheimes gesendet.</translation>
    </message>
    <message>
        <source>Find out which machine answers at this address, then try again.</source>
        <translation>Finden Sie heraus, welches Gerät unter dieser Adresse antwortet, und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>password</source>
        <translation>das Passwort</translation>
    </message>
    <message>
        <source>sudo password</source>
        <translation>das sudo-Passwort</translation>
    </message>
    <message>
        <source>Give --topology pair, pair2, ring, star, star2, line or split.</source>
        <translation>Geben Sie --topology pair, pair2, ring, star, star2, line oder split an.</translation>
    </message>
    <message>
        <source>Exactly the RoCE devices that lead to the other Spark; those that lead to storage are left out.</source>
        <translation>Genau die RoCE-Geräte, die zum anderen Spark führen; die zum Netzwerkspeicher führenden bleiben weg.</translation>
    </message>
    <message>
        <source>Experimental: in a ring of {count} Sparks not everybody is a neighbour of everybody, RDMA does not pass through a Spark, and NVIDIA supports rings of three only. Large jobs may hang; a switch has no such limit.</source>
        <translation>Experimentell: in einem Ring aus {count} Sparks ist nicht jeder Nachbar von jedem, RDMA geht nicht durch einen Spark hindurch, und NVIDIA unterstützt nur Ringe aus dreien. Große Jobs können hängen bleiben; ein Switch hat diese Grenze nicht.</translation>
    </message>
    <message>
        <source>Experimental: the two ends of a line are no neighbours and RDMA does not pass through a Spark, so NCCL works between neighbours only, never over the whole line. One more cable makes it a ring.</source>
        <translation>Experimentell: die beiden Enden einer Linie sind keine Nachbarn, und RDMA geht nicht durch einen Spark hindurch. NCCL arbeitet deshalb nur zwischen Nachbarn, nie über die ganze Linie. Ein weiteres Kabel macht einen Ring daraus.</translation>
    </message>
    <message>
        <source>The cages that lead to storage have addresses, but no job uses them.</source>
        <translation>Die Käfige, die zum Netzwerkspeicher führen, haben Adressen, aber kein Job benutzt sie.</translation>
    </message>
    <message>
        <source>Move a plug: out of {spark}, {cage:socket}, and into the storage.</source>
        <translation>Stecken Sie um: aus {spark}, {cage:socket}, in den Netzwerkspeicher.</translation>
    </message>
    <message>
        <source>Pull out the cable between {spark}, {cage:socket}, and {other-spark}, {other-cage:socket}.</source>
        <translation>Ziehen Sie das Kabel zwischen {spark}, {cage:socket}, und {other-spark}, {other-cage:socket}, heraus.</translation>
    </message>
    <message>
        <source>Pull the cable out of {spark}, {cage:socket}.</source>
        <translation>Ziehen Sie das Kabel aus {spark}, {cage:socket}.</translation>
    </message>
    <message>
        <source>Plug cable {number} into {spark}, {cage:socket}, and into the storage or its switch.</source>
        <translation>Stecken Sie Kabel {number} in {spark}, {cage:socket}, und in den Netzwerkspeicher oder dessen Switch.</translation>
    </message>
    <message>
        <source>The shortest way there takes {steps} steps; this is the first.</source>
        <translation>Der kürzeste Weg dorthin hat {steps} Schritte; dies ist der erste.</translation>
    </message>
    <message>
        <source>A pair needs two Sparks; a ring, a line or a star needs three or more; a split role needs an even number.</source>
        <translation>Ein Paar braucht zwei Sparks; Ring, Linie und Stern brauchen drei oder mehr; eine geteilte Rolle braucht eine gerade Zahl.</translation>
    </message>
    <message>
        <source>No known form: a cable joins the two sockets of {spark} to each other.</source>
        <translation>Keine bekannte Form: ein Kabel verbindet die beiden Buchsen von {spark} miteinander.</translation>
    </message>
    <message>
        <source>Choose the form that you want; Sparkloom then says which plug to move.</source>
        <translation>Wählen Sie die gewünschte Form; Sparkloom sagt dann, welcher Stecker umzustecken ist.</translation>
    </message>
    <message>
        <source>No known form: {spark} has no cable to any of the others.</source>
        <translation>Keine bekannte Form: {spark} hat kein Kabel zu einem der anderen.</translation>
    </message>
    <message>
        <source>It would be left out of the cluster.</source>
        <translation>Er bliebe aus dem Cluster heraus.</translation>
    </message>
    <message>
        <source>Choose the form that you want; Sparkloom then says what to plug where. Or remove this Spark.</source>
        <translation>Wählen Sie die gewünschte Form; Sparkloom sagt dann, was wohin zu stecken ist. Oder entfernen Sie diesen Spark.</translation>
    </message>
    <message>
        <source>No known form: {spark} is not on every switch that the others are on.</source>
        <translation>Keine bekannte Form: {spark} hängt nicht an jedem Switch, an dem die anderen hängen.</translation>
    </message>
    <message>
        <source>A star needs every Spark on the same switch, all ports in one bridge.</source>
        <translation>Ein Stern braucht jeden Spark am selben Switch, alle Ports in einer Bridge.</translation>
    </message>
    <message>
        <source>Plug it into the switch, or put its port into the same bridge or VLAN as the others.</source>
        <translation>Stecken Sie ihn in den Switch, oder nehmen Sie seinen Port in dieselbe Bridge oder dasselbe VLAN auf wie die anderen.</translation>
    </message>
    <message>
        <source>No known form: some Sparks are joined by a cable and others by a switch.</source>
        <translation>Keine bekannte Form: einige Sparks sind durch ein Kabel verbunden, andere durch einen Switch.</translation>
    </message>
    <message>
        <source>Jobs would find two kinds of ways between the Sparks, and use one of them only.</source>
        <translation>Jobs fänden zweierlei Wege zwischen den Sparks und benutzten nur einen davon.</translation>
    </message>
    <message>
        <source>Choose the form that you want; Sparkloom then says which plugs to move.</source>
        <translation>Wählen Sie die gewünschte Form; Sparkloom sagt dann, welche Stecker umzustecken sind.</translation>
    </message>
    <message>
        <source>No known form: the cables make several groups that are not joined to each other.</source>
        <translation>Keine bekannte Form: die Kabel bilden mehrere Gruppen, die nicht miteinander verbunden sind.</translation>
    </message>
    <message>
        <source>No job could reach all of these Sparks over the cables.</source>
        <translation>Kein Job könnte alle diese Sparks über die Kabel erreichen.</translation>
    </message>
    <message>
        <source>Choose the form that you want; Sparkloom then says which plugs to move. Or make a cluster of each group.</source>
        <translation>Wählen Sie die gewünschte Form; Sparkloom sagt dann, welche Stecker umzustecken sind. Oder machen Sie aus jeder Gruppe einen eigenen Cluster.</translation>
    </message>
    <message>
        <source>Not known: the cable in {spark}, {cage:socket}, leads to something that Sparkloom cannot see.</source>
        <translation>Unbekannt: das Kabel in {spark}, {cage:socket}, führt zu etwas, das Sparkloom nicht sieht.</translation>
    </message>
    <message>
        <source>That may be storage, or a machine that is not signed in.</source>
        <translation>Das kann ein Netzwerkspeicher sein oder ein Gerät, an dem Sparkloom nicht angemeldet ist.</translation>
    </message>
    <message>
        <source>If it is storage, choose the split role. If it is another Spark, sign in to it. Else pull that cable out.</source>
        <translation>Ist es ein Netzwerkspeicher, wählen Sie die geteilte Rolle. Ist es ein anderer Spark, melden Sie sich dort an. Sonst ziehen Sie dieses Kabel heraus.</translation>
    </message>
    <message>
        <source>The halves that lead to storage keep frames of 1500 bytes: what the storage passes cannot be proven from here.</source>
        <translation>Die Hälften zum Netzwerkspeicher behalten Pakete von 1500 Byte: was der Netzwerkspeicher durchlässt, lässt sich von hier aus nicht nachweisen.</translation>
    </message>
    <message>
        <source>On {spark}, {file} belongs to NVIDIA Sync, which writes it again when its cluster page is opened. Set the cluster up with one of the two.</source>
        <translation>Auf {spark} gehört {file} zu NVIDIA Sync, das sie neu schreibt, wenn dort die Seite des Clusters geöffnet wird. Richten Sie den Cluster mit einem von beiden ein.</translation>
    </message>
    <message>
        <source>Take the fabric out of {file}</source>
        <translation>Den Verbund aus {file} herausnehmen</translation>
    </message>
    <message>
        <source>It gives {interface} the address {address}; this plan needs {wanted}.</source>
        <translation>Sie gibt {interface} die Adresse {address}; dieser Plan braucht {wanted}.</translation>
    </message>
    <message>
        <source>It gives {interface} an MTU of {mtu}; this plan needs {wanted}. Its addresses are kept.</source>
        <translation>Sie gibt {interface} eine MTU von {mtu}; dieser Plan braucht {wanted}. Ihre Adressen bleiben.</translation>
    </message>
    <message>
        <source>It asks for an automatic address on {interface}; the fabric has nobody who gives one.</source>
        <translation>Sie verlangt für {interface} eine automatische Adresse; im Verbund gibt es niemanden, der eine vergibt.</translation>
    </message>
    <message>
        <source>It leaves IPv6 on for {interface}, which moves the RoCE addresses that NCCL counts on. Its addresses are kept.</source>
        <translation>Sie lässt für {interface} IPv6 an; das verschiebt die RoCE-Adressen, auf die NCCL zählt. Ihre Adressen bleiben.</translation>
    </message>
    <message>
        <source>It sets &quot;{setting}&quot; for {interface}, which the fabric does not need.</source>
        <translation>Sie setzt &quot;{setting}&quot; für {interface}; das braucht der Verbund nicht.</translation>
    </message>
    <message>
        <source>{other} configures {interface} too. Two files are joined, and nobody can tell which one counts.</source>
        <translation>Auch {other} richtet {interface} ein. Zwei Dateien werden zusammengefügt, und niemand kann sagen, welche gilt.</translation>
    </message>
    <message>
        <source>It puts {interface} and {other} into one subnet: all traffic would leave through one of them, and half the speed is lost.</source>
        <translation>Sie legt {interface} und {other} in ein Subnetz: aller Verkehr ginge über eine der beiden hinaus, und das halbe Tempo wäre verloren.</translation>
    </message>
    <message>
        <source>It cannot be read beyond line {line}, and it names nothing but the fabric. While it is there, netplan may refuse every other file too.</source>
        <translation>Hinter Zeile {line} ist sie nicht zu lesen, und sie nennt nichts als den Verbund. Solange sie da ist, kann netplan auch jede andere Datei ablehnen.</translation>
    </message>
    <message>
        <source>Keep {file} as it is</source>
        <translation>{file} lassen, wie sie ist</translation>
    </message>
    <message>
        <source>It already does what this plan wants. Sparkloom records it in its receipt and does not touch its bytes.</source>
        <translation>Sie tut schon, was dieser Plan will. Sparkloom vermerkt sie in seinem Beleg und rührt ihre Bytes nicht an.</translation>
    </message>
    <message>
        <source>Undo leaves {file} where it is.</source>
        <translation>Rückgängigmachen lässt {file}, wo sie ist.</translation>
    </message>
    <message>
        <source>a star with two cables from each Spark</source>
        <translation>ein Stern mit zwei Kabeln je Spark</translation>
    </message>
    <message>
        <source>The Spark sent far more than it was allowed to; the connection was ended.</source>
        <translation>Der Spark schickte weit mehr, als er durfte; die Verbindung wurde beendet.</translation>
    </message>
    <message>
        <source>No SSH server in order does that: something else answers in its place, or it was tampered with.</source>
        <translation>Kein ordentlicher SSH-Server tut das: an seiner Stelle antwortet etwas anderes, oder er wurde manipuliert.</translation>
    </message>
    <message>
        <source>Check at the Spark itself what answers there before you sign in again.</source>
        <translation>Prüfen Sie am Spark selbst, was dort antwortet, bevor Sie sich wieder anmelden.</translation>
    </message>
    <message>
        <source>Pair, one cable</source>
        <translation>Paar, ein Kabel</translation>
    </message>
    <message>
        <source>Pair, two cables</source>
        <translation>Paar, zwei Kabel</translation>
    </message>
    <message>
        <source>Ring</source>
        <translation>Ring</translation>
    </message>
    <message>
        <source>Star with a switch</source>
        <translation>Stern mit Switch</translation>
    </message>
    <message>
        <source>Star, two cables each</source>
        <translation>Stern, je zwei Kabel</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Linie</translation>
    </message>
    <message>
        <source>Split role</source>
        <translation>Geteilte Rolle</translation>
    </message>
    <message>
        <source>Mixed</source>
        <translation>Gemischt</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>Noch nicht bekannt</translation>
    </message>
    <message>
        <source>Another Sparkloom is changing this Spark: {owner}, since {since:moment} by the Spark&apos;s clock.</source>
        <translation>Ein anderes Sparkloom ändert diesen Spark gerade: {owner}, nach der Uhr des Sparks seit {since:moment}.</translation>
    </message>
    <message>
        <source>Two changes at once would spoil each other, so only one is let in. Nothing was changed by this one.</source>
        <translation>Zwei Änderungen zugleich würden einander verderben, darum darf nur eine hinein. Diese hier hat nichts geändert.</translation>
    </message>
    <message>
        <source>The change was taken back. The disk of the Spark had no room to note why.</source>
        <translation>Die Änderung wurde zurückgenommen. Auf dem Datenträger des Sparks war kein Platz, den Grund zu notieren.</translation>
    </message>
    <message>
        <source>Make room on its disk, then run the set-up again.</source>
        <translation>Schaffen Sie Platz auf seinem Datenträger und starten Sie die Einrichtung noch einmal.</translation>
    </message>
    <message>
        <source>Look how the interrupted change ended, and take back what is left of it</source>
        <translation>Nachsehen, wie die unterbrochene Änderung endete, und zurücknehmen, was von ihr übrig ist</translation>
    </message>
    <message>
        <source>Look how the interrupted change ended, and keep what was ready to be kept</source>
        <translation>Nachsehen, wie die unterbrochene Änderung endete, und behalten, was dazu bereit war</translation>
    </message>
    <message>
        <source>The agent of the interrupted change does not let go; the Spark&apos;s safety timer takes it back within {milliseconds:seconds} seconds.</source>
        <translation>Das Hilfsprogramm der unterbrochenen Änderung lässt nicht los; die Sicherheitsuhr des Sparks nimmt sie innerhalb von {milliseconds:seconds} Sekunden zurück.</translation>
    </message>
    <message>
        <source>The interrupted change is an undo: on some Sparks it is final already.</source>
        <translation>Die unterbrochene Änderung ist ein Rückgängigmachen: auf manchen Sparks ist es schon endgültig.</translation>
    </message>
    <message>
        <source>An undo cannot be taken back, but it can be completed on the other Sparks.</source>
        <translation>Ein Rückgängigmachen lässt sich nicht zurücknehmen, aber auf den anderen Sparks vollenden.</translation>
    </message>
    <message>
        <source>Complete it with: sparkloomctl finish</source>
        <translation>Vollenden Sie es mit: sparkloomctl finish</translation>
    </message>
    <message>
        <source>{text} is neither a kind of traffic nor a number of seconds.</source>
        <translation>{text} ist weder eine Art von Verkehr noch eine Zahl von Sekunden.</translation>
    </message>
    <message>
        <source>Kinds are tcp, rdma and nccl. It runs for more than 0 and at most 86400 seconds.</source>
        <translation>Arten sind tcp, rdma und nccl. Er läuft mehr als 0 und höchstens 86400 Sekunden.</translation>
    </message>
    <message>
        <source>Example: traffic rdma 10 spark-a spark-b</source>
        <translation>Beispiel: traffic rdma 10 spark-a spark-b</translation>
    </message>
    <message>
        <source>{text} is neither a fault that comes or goes nor a speed.</source>
        <translation>{text} ist weder ein Fehler, der kommt oder geht, noch ein Tempo.</translation>
    </message>
    <message>
        <source>A fault is switched with on or off, then its id or name, then its place. A cable is slowed to a number of Gb/s from 0 to 400; 0 is as fast as it can.</source>
        <translation>Ein Fehler wird mit on oder off geschaltet, dann folgen seine Kennung oder sein Name und sein Ort. Ein Kabel wird auf eine Zahl von Gb/s von 0 bis 400 gebremst; 0 heißt so schnell wie möglich.</translation>
    </message>
    <message>
        <source>Examples: fault on F-02 spark-b; slow spark-a:0 25</source>
        <translation>Beispiele: fault on F-02 spark-b; slow spark-a:0 25</translation>
    </message>
    <message>
        <source>Network files of others are replaced as shown above; undo puts them back byte for byte. Agreed?</source>
        <translation>Netzwerkdateien anderer werden ersetzt wie oben gezeigt; beim Rückgängigmachen kommen sie Byte für Byte zurück. Einverstanden?</translation>
    </message>
    <message>
        <source>Let ufw allow everything in on {halves}</source>
        <translation>In ufw auf {halves} alles hereinlassen</translation>
    </message>
    <message>
        <source>Take the rules for {halves} out of ufw</source>
        <translation>Die Regeln für {halves} aus ufw nehmen</translation>
    </message>
    <message>
        <source>ufw is on here. NCCL and model servers choose their ports as they go; on the cables between the Sparks there is nobody else.</source>
        <translation>Hier ist ufw an. NCCL und Modellserver wählen ihre Ports unterwegs; auf den Kabeln zwischen den Sparks ist sonst niemand.</translation>
    </message>
    <message>
        <source>Undo takes exactly these rules away again.</source>
        <translation>Beim Rückgängigmachen verschwinden genau diese Regeln wieder.</translation>
    </message>
    <message>
        <source>{spark} moves {gbps} Gb/s of RDMA over {interface} right now.</source>
        <translation>{spark} bewegt gerade {gbps} Gb/s RDMA über {interface}.</translation>
    </message>
    <message>
        <source>Somebody works on the fabric. This changes its addresses, and such work breaks off.</source>
        <translation>Jemand arbeitet auf dem Verbund. Hiermit ändern sich dessen Adressen, und solche Arbeit bricht ab.</translation>
    </message>
    <message>
        <source>Wait until it has finished. To go on all the same, tick the box on the Review page, or use --insist busy on the command line.</source>
        <translation>Warten Sie, bis sie fertig ist. Um trotzdem fortzufahren, setzen Sie das Häkchen auf der Seite „Durchsehen“ oder nehmen Sie auf der Befehlszeile --insist busy.</translation>
    </message>
    <message>
        <source>{program} (process {pid}) uses the fabric on {spark}.</source>
        <translation>{program} (Prozess {pid}) benutzt den Verbund auf {spark}.</translation>
    </message>
    <message>
        <source>This changes the addresses of the fabric, and what runs on it breaks off.</source>
        <translation>Hiermit ändern sich die Adressen des Fabrics, und was darauf läuft, bricht ab.</translation>
    </message>
    <message>
        <source>Let it finish or stop it. To go on all the same, tick the box on the Review page, or use --insist busy on the command line.</source>
        <translation>Lassen Sie es zu Ende laufen oder beenden Sie es. Um trotzdem fortzufahren, setzen Sie das Häkchen auf der Seite „Durchsehen“ oder nehmen Sie auf der Befehlszeile --insist busy.</translation>
    </message>
    <message>
        <source>The model server {program} (process {pid}) uses the fabric on {spark}.</source>
        <translation>Der Modellserver {program} (Prozess {pid}) benutzt den Verbund auf {spark}.</translation>
    </message>
    <message>
        <source>This changes the addresses of the fabric: the server loses its other half, and its users get errors.</source>
        <translation>Hiermit ändern sich die Adressen des Fabrics: Der Server verliert seinen anderen Teil, und wer ihn benutzt, bekommt Fehler.</translation>
    </message>
    <message>
        <source>Stop the server first. To go on all the same, tick the box on the Review page, or use --insist busy on the command line.</source>
        <translation>Beenden Sie zuerst den Server. Um trotzdem fortzufahren, setzen Sie das Häkchen auf der Seite „Durchsehen“ oder nehmen Sie auf der Befehlszeile --insist busy.</translation>
    </message>
    <message>
        <source>On {spark}, {file} was written by somebody else and is taken over.</source>
        <translation>Auf {spark} wurde {file} von jemand anderem geschrieben und wird übernommen.</translation>
    </message>
    <message>
        <source>What it says about an interface of the fabric is not what the plan wants there. Nothing is lost: undo puts the file back byte for byte.</source>
        <translation>Was sie über eine Schnittstelle des Fabrics sagt, ist nicht, was der Plan dort will. Nichts geht verloren: Beim Rückgängigmachen kommt die Datei Byte für Byte zurück.</translation>
    </message>
    <message>
        <source>Look at what changes in it. To agree, tick the box on the Review page, or use --insist take-over on the command line.</source>
        <translation>Sehen Sie nach, was sich darin ändert. Um zuzustimmen, setzen Sie das Häkchen auf der Seite „Durchsehen“ oder nehmen Sie auf der Befehlszeile --insist take-over.</translation>
    </message>
    <message>
        <source>{program} (process {pid}) runs on {spark}.</source>
        <translation>{program} (Prozess {pid}) läuft auf {spark}.</translation>
    </message>
    <message>
        <source>Whether it uses the fabric can only be seen with root rights; that is looked at before anything is changed.</source>
        <translation>Ob es den Verbund benutzt, ist nur mit Root-Rechten zu sehen; das wird nachgesehen, bevor sich etwas ändert.</translation>
    </message>
    <message>
        <source>If it serves from several Sparks together, stop it before you apply.</source>
        <translation>Wenn es von mehreren Sparks gemeinsam bedient wird, beenden Sie es vor dem Anwenden.</translation>
    </message>
    <message>
        <source>{spark} is reached over Wi-Fi ({interface}).</source>
        <translation>{spark} wird über WLAN erreicht ({interface}).</translation>
    </message>
    <message>
        <source>Wi-Fi drops out more easily. If it does in the middle, the Spark goes back to the old state by itself.</source>
        <translation>WLAN fällt leichter aus. Geschieht das mittendrin, geht der Spark von selbst in den alten Zustand zurück.</translation>
    </message>
    <message>
        <source>A cable in the network plug is safer, and models load faster over it.</source>
        <translation>Ein Kabel am Netzwerkstecker ist sicherer, und Modelle laden darüber schneller.</translation>
    </message>
    <message>
        <source>{spark} is reached over {interface}, which is an interface of the fabric.</source>
        <translation>{spark} wird über {interface} erreicht, eine Schnittstelle des Fabrics.</translation>
    </message>
    <message>
        <source>That interface stays as it is, so its lane is missing from the cluster.</source>
        <translation>Diese Schnittstelle bleibt, wie sie ist; ihre Spur fehlt also im Cluster.</translation>
    </message>
    <message>
        <source>Connect over the Spark&apos;s network plug or Wi-Fi, then plan again.</source>
        <translation>Verbinden Sie sich über Netzwerkstecker oder WLAN des Sparks und planen Sie neu.</translation>
    </message>
    <message>
        <source>Docker on {spark} makes the kernel drop everything that it would pass on (FORWARD policy DROP).</source>
        <translation>Docker auf {spark} lässt den Kernel alles verwerfen, was er weiterreichen würde (FORWARD-Richtlinie DROP).</translation>
    </message>
    <message>
        <source>Containers with a network of their own do not reach the fabric. Sparkloom itself passes nothing on.</source>
        <translation>Container mit eigenem Netz erreichen den Verbund nicht. Sparkloom selbst reicht nichts weiter.</translation>
    </message>
    <message>
        <source>Start containers for the cluster with --network host.</source>
        <translation>Starten Sie Container für den Cluster mit --network host.</translation>
    </message>
    <message>
        <source>The user has another number on each Spark: {list}.</source>
        <translation>Der Benutzer hat auf den Sparks verschiedene Nummern: {list}.</translation>
    </message>
    <message>
        <source>Files on storage that the Sparks share seem to belong to somebody else.</source>
        <translation>Dateien auf gemeinsamem Netzwerkspeicher scheinen jemand anderem zu gehören.</translation>
    </message>
    <message>
        <source>Give the user the same number everywhere if you share files.</source>
        <translation>Geben Sie dem Benutzer überall dieselbe Nummer, wenn Sie Dateien teilen.</translation>
    </message>
    <message>
        <source>The Sparks run different releases of DGX OS: {list}.</source>
        <translation>Auf den Sparks laufen verschiedene Ausgaben von DGX OS: {list}.</translation>
    </message>
    <message>
        <source>Drivers and firmware come with it; a difference is a common cause of slow or failing jobs.</source>
        <translation>Treiber und Firmware kommen damit; ein Unterschied ist eine häufige Ursache langsamer oder scheiternder Aufträge.</translation>
    </message>
    <message>
        <source>Update all Sparks to the same release.</source>
        <translation>Bringen Sie alle Sparks auf dieselbe Ausgabe.</translation>
    </message>
    <message>
        <source>The Sparks run different kernels: {list}.</source>
        <translation>Auf den Sparks laufen verschiedene Kernel: {list}.</translation>
    </message>
    <message>
        <source>Often one of them was updated but not restarted.</source>
        <translation>Oft wurde einer von ihnen aktualisiert, aber nicht neu gestartet.</translation>
    </message>
    <message>
        <source>Update all Sparks and restart them.</source>
        <translation>Aktualisieren Sie alle Sparks und starten Sie sie neu.</translation>
    </message>
    <message>
        <source>The Sparks have different NVIDIA drivers: {list}.</source>
        <translation>Die Sparks haben verschiedene NVIDIA-Treiber: {list}.</translation>
    </message>
    <message>
        <source>Containers that fit one of them may not start on another.</source>
        <translation>Container, die zu einem passen, starten auf einem anderen vielleicht nicht.</translation>
    </message>
    <message>
        <source>The network adapters have different firmware: {list}.</source>
        <translation>Die Netzwerkadapter haben verschiedene Firmware: {list}.</translation>
    </message>
    <message>
        <source>Links may come up in different ways at their two ends.</source>
        <translation>Verbindungen können an ihren beiden Enden verschieden zustande kommen.</translation>
    </message>
    <message>
        <source>Update all Sparks to the same release; it brings the firmware.</source>
        <translation>Bringen Sie alle Sparks auf dieselbe Ausgabe; sie bringt die Firmware mit.</translation>
    </message>
    <message>
        <source>The clock of {ahead} is {milliseconds:seconds} seconds ahead of that of {behind}.</source>
        <translation>Die Uhr von {ahead} geht {milliseconds:seconds} Sekunden vor der von {behind}.</translation>
    </message>
    <message>
        <source>Logs of the two do not fit together, and some tools refuse files from the future.</source>
        <translation>Die Protokolle der beiden passen nicht zusammen, und manche Werkzeuge weisen Dateien aus der Zukunft ab.</translation>
    </message>
    <message>
        <source>Switch time synchronisation on: sudo timedatectl set-ntp true</source>
        <translation>Schalten Sie den Zeitabgleich ein: sudo timedatectl set-ntp true</translation>
    </message>
    <message>
        <source>The program sparkloom-sim names the scenarios with --list. Try again, or choose another one.</source>
        <translation>Das Programm sparkloom-sim nennt die Szenarien mit --list. Noch einmal versuchen oder ein anderes wählen.</translation>
    </message>
    <message>
        <source>A fault sits at a Spark, a cage, a half, a cable or a switch port that is there, and only once.</source>
        <translation>Ein Fehler sitzt an einem Spark, einem Käfig, einer Hälfte, einem Kabel oder einem Switch-Port, den es gibt, und nur einmal.</translation>
    </message>
    <message>
        <source>The program sparkloom-sim names the faults with --faults. Example: fault on F-08 cable:spark-a:0</source>
        <translation>Das Programm sparkloom-sim nennt die Fehler mit --faults. Beispiel: fault on F-08 cable:spark-a:0</translation>
    </message>
    <message>
        <source>The virtual Sparks cannot send: {reason}.</source>
        <translation>Die virtuellen Sparks können nicht senden: {reason}.</translation>
    </message>
    <message>
        <source>As with real ones, data needs a way: a cable, and for TCP and NCCL addresses of one subnet at both ends.</source>
        <translation>Wie bei echten brauchen Daten einen Weg: ein Kabel, und für TCP und NCCL an beiden Enden Adressen eines Subnetzes.</translation>
    </message>
    <message>
        <source>Set the cluster up first, or start a scenario that is: pair-ready, ring-ready or star-ready.</source>
        <translation>Richten Sie den Verbund erst ein, oder starten Sie ein Szenario, das es ist: pair-ready, ring-ready oder star-ready.</translation>
    </message>
    <message>
        <source>The fast network card of this Spark cannot be seen, so its light cannot blink.</source>
        <translation>Die schnelle Netzwerkkarte dieses Sparks ist nicht zu sehen, also kann ihr Licht nicht blinken.</translation>
    </message>
    <message>
        <source>A Spark without any cable in its sockets hides the card.</source>
        <translation>Ein Spark ohne Kabel in den Buchsen verbirgt die Karte.</translation>
    </message>
    <message>
        <source>Plug a cable into one of its sockets, then try again.</source>
        <translation>Ein Kabel in eine der Buchsen stecken, dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The driver of {interface} cannot let its light blink.</source>
        <translation>Der Treiber von {interface} kann das Licht nicht blinken lassen.</translation>
    </message>
    <message>
        <source>This is no card of a Spark, or its driver is older than this function.</source>
        <translation>Das ist keine Karte eines Sparks, oder ihr Treiber ist älter als diese Funktion.</translation>
    </message>
    <message>
        <source>Pull and plug the cable instead: sparkloomctl cables --watch shows which socket it was.</source>
        <translation>Stattdessen das Kabel ziehen und wieder stecken: sparkloomctl cables --watch zeigt, welche Buchse es war.</translation>
    </message>
    <message>
        <source>No TCP connection came about over this half.</source>
        <translation>Über diese Hälfte kam keine TCP-Verbindung zustande.</translation>
    </message>
    <message>
        <source>Nothing answered within some seconds, so nothing was measured.</source>
        <translation>Einige Sekunden lang antwortete nichts, also wurde nichts gemessen.</translation>
    </message>
    <message>
        <source>Check the cable at both ends; then run: sparkloomctl verify</source>
        <translation>Prüfen Sie das Kabel an beiden Enden; danach: sparkloomctl verify</translation>
    </message>
    <message>
        <source>The other Spark refused the TCP connection of the test.</source>
        <translation>Der andere Spark hat die TCP-Verbindung des Tests abgelehnt.</translation>
    </message>
    <message>
        <source>Its packets arrived at another half than the one that waits for them, or a firewall there turns them away.</source>
        <translation>Seine Pakete kamen bei einer anderen Hälfte an als der, die auf sie wartet, oder eine Firewall dort weist sie ab.</translation>
    </message>
    <message>
        <source>Run: sparkloomctl verify. It says whether the right half answers. A firewall must let this half in: sudo ufw allow in on INTERFACE</source>
        <translation>Starten Sie: sparkloomctl verify. Das sagt, ob die richtige Hälfte antwortet. Eine Firewall muss diese Hälfte hereinlassen: sudo ufw allow in on INTERFACE</translation>
    </message>
    <message>
        <source>This Spark has no way to the other end of this half.</source>
        <translation>Dieser Spark hat keinen Weg zum anderen Ende dieser Hälfte.</translation>
    </message>
    <message>
        <source>There is no link, no address or no answer there.</source>
        <translation>Dort fehlt die Verbindung, die Adresse oder die Antwort.</translation>
    </message>
    <message>
        <source>Run: sparkloomctl verify. It says which.</source>
        <translation>Starten Sie: sparkloomctl verify. Das sagt, was fehlt.</translation>
    </message>
    <message>
        <source>Something else than the expected Spark answered the test.</source>
        <translation>Etwas anderes als der erwartete Spark hat auf den Test geantwortet.</translation>
    </message>
    <message>
        <source>It did not know the secret of this run, so nothing was sent to it.</source>
        <translation>Es kannte das Geheimnis dieses Laufs nicht, darum wurde ihm nichts geschickt.</translation>
    </message>
    <message>
        <source>Look for a second machine with the same address.</source>
        <translation>Suchen Sie ein zweites Gerät mit derselben Adresse.</translation>
    </message>
    <message>
        <source>The other Spark turned the connection of the test away.</source>
        <translation>Der andere Spark hat die Verbindung des Tests abgewiesen.</translation>
    </message>
    <message>
        <source>It waits for another run, or for nobody any more.</source>
        <translation>Er wartet auf einen anderen Lauf oder auf niemanden mehr.</translation>
    </message>
    <message>
        <source>Run the test again.</source>
        <translation>Starten Sie den Test noch einmal.</translation>
    </message>
    <message>
        <source>A connection of the test broke off.</source>
        <translation>Eine Verbindung des Tests ist abgebrochen.</translation>
    </message>
    <message>
        <source>The link went away, or the other Spark ended its part.</source>
        <translation>Das Kabel hat die Verbindung verloren, oder der andere Spark hat seinen Teil beendet.</translation>
    </message>
    <message>
        <source>Check that both Sparks are on and that the plugs are in, then run the test again.</source>
        <translation>Prüfen Sie, dass beide Sparks an sind und die Stecker stecken, und starten Sie den Test noch einmal.</translation>
    </message>
    <message>
        <source>Only {joined} of {wanted} connections of the test came; {strangers} others were turned away.</source>
        <translation>Nur {joined} von {wanted} Verbindungen des Tests kamen; {strangers} fremde wurden abgewiesen.</translation>
    </message>
    <message>
        <source>The sending Spark could not connect in time.</source>
        <translation>Der sendende Spark konnte sich nicht rechtzeitig verbinden.</translation>
    </message>
    <message>
        <source>Run: sparkloomctl verify. If that is fine, a firewall on the receiving Spark may block the fabric.</source>
        <translation>Starten Sie: sparkloomctl verify. Ist dort alles in Ordnung, sperrt vielleicht eine Firewall auf dem empfangenden Spark den Verbund.</translation>
    </message>
    <message>
        <source>The sending Spark ended before the measurement was over.</source>
        <translation>Der sendende Spark hat aufgehört, bevor die Messung zu Ende war.</translation>
    </message>
    <message>
        <source>There is no figure for a window that was not filled.</source>
        <translation>Ein Zeitfenster, das nicht gefüllt war, ergibt keinen Wert.</translation>
    </message>
    <message>
        <source>Half {half} of this Spark does not have the address {address}.</source>
        <translation>Hälfte {half} dieses Sparks hat die Adresse {address} nicht.</translation>
    </message>
    <message>
        <source>Somebody changed it since the set-up.</source>
        <translation>Jemand hat sie seit der Einrichtung geändert.</translation>
    </message>
    <message>
        <source>Run: sparkloomctl status</source>
        <translation>Starten Sie: sparkloomctl status</translation>
    </message>
    <message>
        <source>Packets reach {address} (half {half}), but no TCP connection gets through: a firewall there drops them.</source>
        <translation>Pakete erreichen {address} (Hälfte {half}), aber keine TCP-Verbindung kommt durch: Eine Firewall dort verwirft sie.</translation>
    </message>
    <message>
        <source>The cable is not to blame. NCCL would hang for the same reason.</source>
        <translation>Das Kabel ist nicht schuld. NCCL würde aus demselben Grund hängen.</translation>
    </message>
    <message>
        <source>On that Spark: sudo ufw allow in on {interface}. Undo: sudo ufw delete allow in on {interface}. A set-up by Sparkloom does it for you.</source>
        <translation>Auf diesem Spark: sudo ufw allow in on {interface}. Rückgängig: sudo ufw delete allow in on {interface}. Eine Einrichtung durch Sparkloom erledigt das.</translation>
    </message>
    <message>
        <source>The test did not end in time.</source>
        <translation>Der Test ging nicht rechtzeitig zu Ende.</translation>
    </message>
    <message>
        <source>A Spark stopped answering while it ran; its streams end by themselves.</source>
        <translation>Ein Spark antwortete währenddessen nicht mehr; seine Datenströme enden von selbst.</translation>
    </message>
    <message>
        <source>Check that all Sparks are on, then run the test again.</source>
        <translation>Prüfen Sie, dass alle Sparks an sind, und starten Sie den Test noch einmal.</translation>
    </message>
    <message>
        <source>A Spark of this test is not connected.</source>
        <translation>Ein Spark dieses Tests ist nicht verbunden.</translation>
    </message>
    <message>
        <source>Both ends are needed for a measurement.</source>
        <translation>Für eine Messung braucht es beide Enden.</translation>
    </message>
    <message>
        <source>Sign in to it and run the test again.</source>
        <translation>Melden Sie sich bei ihm an und starten Sie den Test noch einmal.</translation>
    </message>
    <message>
        <source>Another test is running.</source>
        <translation>Ein anderer Test läuft.</translation>
    </message>
    <message>
        <source>Two at once would measure each other.</source>
        <translation>Zwei zugleich würden einander messen.</translation>
    </message>
    <message>
        <source>Wait for it to end, or cancel it.</source>
        <translation>Warten Sie, bis er fertig ist, oder brechen Sie ihn ab.</translation>
    </message>
    <message>
        <source>There is no Spark {spark} to be tested.</source>
        <translation>Es gibt keinen Spark {spark}, der getestet werden könnte.</translation>
    </message>
    <message>
        <source>It is no member of this cluster, or it could not be reached.</source>
        <translation>Er gehört nicht zu diesem Cluster oder war nicht zu erreichen.</translation>
    </message>
    <message>
        <source>Run: sparkloomctl status. It names those that there are.</source>
        <translation>Starten Sie: sparkloomctl status. Das nennt die, die es gibt.</translation>
    </message>
    <message>
        <source>There is no cable {cable} that could be tested.</source>
        <translation>Es gibt kein Kabel {cable}, das getestet werden könnte.</translation>
    </message>
    <message>
        <source>Cables are numbered from 1; a cable to a switch has no number of its own.</source>
        <translation>Kabel sind ab 1 nummeriert; ein Kabel zu einem Switch hat keine eigene Nummer.</translation>
    </message>
    <message>
        <source>Leave --cable out to test all of them.</source>
        <translation>Lassen Sie --cable weg, um alle zu testen.</translation>
    </message>
    <message>
        <source>These two Sparks share no cable that could be tested.</source>
        <translation>Diese beiden Sparks haben kein gemeinsames Kabel, das getestet werden könnte.</translation>
    </message>
    <message>
        <source>They are not cabled to each other; through a switch each Spark is tested with the next one only.</source>
        <translation>Sie sind nicht miteinander verkabelt; über einen Switch wird jeder Spark nur mit dem nächsten getestet.</translation>
    </message>
    <message>
        <source>Choose two others, or leave --host out to test all.</source>
        <translation>Wählen Sie zwei andere, oder lassen Sie --host weg, um alle zu testen.</translation>
    </message>
    <message>
        <source>No two halves of these Sparks have addresses in one subnet, so nothing can be tested.</source>
        <translation>Keine zwei Hälften dieser Sparks haben Adressen in einem Subnetz, also kann nichts getestet werden.</translation>
    </message>
    <message>
        <source>The cluster is not set up yet.</source>
        <translation>Der Cluster ist noch nicht eingerichtet.</translation>
    </message>
    <message>
        <source>Cable {cable}, half {half} alone: {from} to {to}</source>
        <translation>Kabel {cable}, Hälfte {half} allein: {from} nach {to}</translation>
    </message>
    <message>
        <source>Cable {cable}, all halves together: {from} to {to}</source>
        <translation>Kabel {cable}, alle Hälften zusammen: {from} nach {to}</translation>
    </message>
    <message>
        <source>Cable {cable}, all halves, both directions at once: {from} and {to}</source>
        <translation>Kabel {cable}, alle Hälften, beide Richtungen zugleich: {from} und {to}</translation>
    </message>
    <message>
        <source>All cables, both directions, at once</source>
        <translation>Alle Kabel, beide Richtungen, zugleich</translation>
    </message>
    <message>
        <source>limited by: the PCIe link of a half, {width} lanes at {speed} GT/s instead of 4 at 32, about {gbps} Gb/s</source>
        <translation>begrenzt durch: den PCIe-Anschluss einer Hälfte, {width} Spuren mit {speed} GT/s statt 4 mit 32, etwa {gbps} Gb/s</translation>
    </message>
    <message>
        <source>limited by: {streams} streams, each fills one core</source>
        <translation>begrenzt durch: {streams} Datenströme, jeder füllt einen Kern</translation>
    </message>
    <message>
        <source>limited by: the CPU, which serves both directions; an estimate, nobody has published this figure</source>
        <translation>begrenzt durch: die CPU, die beide Richtungen bedient; eine Schätzung, niemand hat diesen Wert veröffentlicht</translation>
    </message>
    <message>
        <source>limited by: the CPU of a Spark, about 175 Gb/s of TCP</source>
        <translation>begrenzt durch: die CPU eines Sparks, etwa 175 Gb/s über TCP</translation>
    </message>
    <message>
        <source>limited by: packets per second at MTU 1500</source>
        <translation>begrenzt durch: Pakete pro Sekunde bei MTU 1500</translation>
    </message>
    <message>
        <source>limited by: the PCIe link of one half, Gen5 x4</source>
        <translation>begrenzt durch: den PCIe-Anschluss einer Hälfte, Gen5 x4</translation>
    </message>
    <message>
        <source>{gbps} Gb/s: as it should be ({good} or more).</source>
        <translation>{gbps} Gb/s: so, wie es sein soll ({good} oder mehr).</translation>
    </message>
    <message>
        <source>{gbps} Gb/s: fine, though {good} is what others see.</source>
        <translation>{gbps} Gb/s: in Ordnung, obwohl andere {good} sehen.</translation>
    </message>
    <message>
        <source>{gbps} Gb/s is less than {ok}, but it was measured too seldom to say more.</source>
        <translation>{gbps} Gb/s ist weniger als {ok}, wurde aber zu selten gemessen, um mehr zu sagen.</translation>
    </message>
    <message>
        <source>{gbps} Gb/s in {runs} runs is too little: {good} is what a healthy pair reaches.</source>
        <translation>{gbps} Gb/s in {runs} Läufen ist zu wenig: Ein gesundes Paar erreicht {good}.</translation>
    </message>
    <message>
        <source>{gbps} Gb/s in {runs} runs is far too little: {good} is what a healthy pair reaches.</source>
        <translation>{gbps} Gb/s in {runs} Läufen ist viel zu wenig: Ein gesundes Paar erreicht {good}.</translation>
    </message>
    <message>
        <source>Invalid: the figure is larger than what the cable can carry. The measurement is wrong, whatever it says.</source>
        <translation>Ungültig: Der Wert ist größer als das, was das Kabel tragen kann. Die Messung ist falsch, was immer sie sagt.</translation>
    </message>
    <message>
        <source>Invalid: the receiving half has no counters, so nothing proves that the bytes crossed the cable.</source>
        <translation>Ungültig: Die empfangende Hälfte hat keine Zähler, also belegt nichts, dass die Bytes über das Kabel gingen.</translation>
    </message>
    <message>
        <source>Invalid: fewer bytes crossed the wire than the streams counted.</source>
        <translation>Ungültig: Über das Kabel gingen weniger Bytes, als die Datenströme gezählt haben.</translation>
    </message>
    <message>
        <source>Invalid: the counters of both halves show the same port and were added.</source>
        <translation>Ungültig: Die Zähler beider Hälften zeigen denselben Anschluss und wurden addiert.</translation>
    </message>
    <message>
        <source>Invalid: the counters of this half did not move. The bytes went another way.</source>
        <translation>Ungültig: Die Zähler dieser Hälfte haben sich nicht bewegt. Die Bytes nahmen einen anderen Weg.</translation>
    </message>
    <message>
        <source>Invalid: much more crossed the wire than the streams sent. Something else uses this cable; measure again when it is quiet.</source>
        <translation>Ungültig: Über das Kabel ging viel mehr, als die Datenströme geschickt haben. Etwas anderes benutzt dieses Kabel; messen Sie noch einmal, wenn es ruhig ist.</translation>
    </message>
    <message>
        <source>Invalid: some streams broke off during the measurement.</source>
        <translation>Ungültig: Einige Datenströme brachen während der Messung ab.</translation>
    </message>
    <message>
        <source>Measured, but there is nothing to compare it with: no PCIe link of a real half is known here, or nobody has published such a figure.</source>
        <translation>Gemessen, aber es gibt nichts zum Vergleichen: Der PCIe-Anschluss einer echten Hälfte ist hier nicht bekannt, oder niemand hat einen solchen Wert veröffentlicht.</translation>
    </message>
    <message>
        <source>One half moves {gbps} Gb/s although link and PCIe are as they should be: the network card started badly (stale initialisation). The cable is not to blame.</source>
        <translation>Eine Hälfte bewegt {gbps} Gb/s, obwohl Verbindung und PCIe sind, wie sie sein sollen: Die Netzwerkkarte ist schlecht gestartet (stale initialisation). Das Kabel ist nicht schuld.</translation>
    </message>
    <message>
        <source>Reboot both Sparks with the cable in. If it stays: shut both down, pull power and QSFP plugs, wait a minute, plug in again.</source>
        <translation>Starten Sie beide Sparks mit gestecktem Kabel neu. Bleibt es so: beide herunterfahren, Strom- und QSFP-Stecker ziehen, eine Minute warten, wieder stecken.</translation>
    </message>
    <message>
        <source>Both halves together move only {gbps} Gb/s, what one half carries: the streams share one half.</source>
        <translation>Beide Hälften zusammen bewegen nur {gbps} Gb/s, so viel wie eine: Die Datenströme teilen sich eine Hälfte.</translation>
    </message>
    <message>
        <source>Run: sparkloomctl verify. It says which half answers for the other; the set-up mends it.</source>
        <translation>Starten Sie: sparkloomctl verify. Das sagt, welche Hälfte für die andere antwortet; die Einrichtung behebt es.</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>PCIe</source>
        <translation>PCIe</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adressen</translation>
    </message>
    <message>
        <source>Large packets, right lane</source>
        <translation>Große Pakete, richtige Spur</translation>
    </message>
    <message>
        <source>Half {half} of {spark} ({interface}) has no link.</source>
        <translation>Hälfte {half} von {spark} ({interface}) hat keine Verbindung.</translation>
    </message>
    <message>
        <source>Push the plugs of this cable in at both ends until they click.</source>
        <translation>Drücken Sie die Stecker dieses Kabels an beiden Enden, bis sie klicken.</translation>
    </message>
    <message>
        <source>Half {half} of {spark} ({interface}) has a link of {gbps} Gb/s instead of 200.</source>
        <translation>Hälfte {half} von {spark} ({interface}) hat eine Verbindung mit {gbps} Gb/s statt 200.</translation>
    </message>
    <message>
        <source>The cable or the port of the switch allows no more. Try another cable; on a switch check speed, lanes and FEC of the port.</source>
        <translation>Das Kabel oder der Anschluss des Switches lässt nicht mehr zu. Versuchen Sie ein anderes Kabel; prüfen Sie an einem Switch Tempo, Spuren und FEC des Anschlusses.</translation>
    </message>
    <message>
        <source>The PCIe link of half {half} of {spark} is not known.</source>
        <translation>Der PCIe-Anschluss der Hälfte {half} von {spark} ist unbekannt.</translation>
    </message>
    <message>
        <source>Half {half} of {spark} has a PCIe link with {width} lanes at {speed} GT/s instead of 4 at 32: it can move about {gbps} Gb/s at most.</source>
        <translation>Hälfte {half} von {spark} hat einen PCIe-Anschluss mit {width} Spuren und {speed} GT/s statt 4 mit 32: Sie kann höchstens etwa {gbps} Gb/s bewegen.</translation>
    </message>
    <message>
        <source>Update the BIOS of this Spark; then shut it down, pull its power plug for a minute and start it again.</source>
        <translation>Aktualisieren Sie das BIOS dieses Sparks; fahren Sie ihn dann herunter, ziehen Sie für eine Minute den Netzstecker und starten Sie ihn wieder.</translation>
    </message>
    <message>
        <source>Half {half} of {spark} ({interface}) has a link but no address, so it carries nothing: the cable works at half of its speed.</source>
        <translation>Hälfte {half} von {spark} ({interface}) hat eine Verbindung, aber keine Adresse, und trägt darum nichts: Das Kabel arbeitet mit halbem Tempo.</translation>
    </message>
    <message>
        <source>Run: sparkloomctl setup. It gives every half an address of its own.</source>
        <translation>Starten Sie: sparkloomctl setup. Das gibt jeder Hälfte ihre eigene Adresse.</translation>
    </message>
    <message>
        <source>No half of these Sparks leads to another one.</source>
        <translation>Keine Hälfte dieser Sparks führt zu einer anderen.</translation>
    </message>
    <message>
        <source>Not tested: only one half of the cable is in use.</source>
        <translation>Nicht getestet: Vom Kabel ist nur eine Hälfte in Gebrauch.</translation>
    </message>
    <message>
        <source>Not tested, because a rung below it failed.</source>
        <translation>Nicht getestet, weil eine Sprosse darunter misslungen ist.</translation>
    </message>
    <message>
        <source>Not everything could be tested, so nothing is said about the whole.</source>
        <translation>Nicht alles konnte getestet werden, darum wird über das Ganze nichts gesagt.</translation>
    </message>
    <message>
        <source>Something is slower than it should be, but it was measured too seldom to be sure.</source>
        <translation>Etwas ist langsamer, als es sein sollte, wurde aber zu selten gemessen, um sicher zu sein.</translation>
    </message>
    <message>
        <source>Something is slower than it should be.</source>
        <translation>Etwas ist langsamer, als es sein sollte.</translation>
    </message>
    <message>
        <source>Something is broken.</source>
        <translation>Etwas ist defekt.</translation>
    </message>
    <message>
        <source>The measurement proves nothing: bytes and wire do not agree.</source>
        <translation>Die Messung weist nichts nach: Bytes und Kabel stimmen nicht überein.</translation>
    </message>
    <message>
        <source>Proven: each half that was tested carries TCP at its full speed, in each direction.</source>
        <translation>Nachgewiesen: Jede getestete Hälfte trägt TCP mit vollem Tempo, in jeder Richtung.</translation>
    </message>
    <message>
        <source>Proven: the halves of each cable carry TCP together, in each direction, as fast as the CPU of a Spark allows.</source>
        <translation>Nachgewiesen: Die Hälften jedes Kabels tragen TCP zusammen, in jeder Richtung, so schnell die CPU eines Sparks es erlaubt.</translation>
    </message>
    <message>
        <source>Proven: both directions at once.</source>
        <translation>Nachgewiesen: beide Richtungen zugleich.</translation>
    </message>
    <message>
        <source>Each figure is what the receiver got, and the counters of the receiving half saw as many bytes arrive.</source>
        <translation>Jeder Wert ist das, was der Empfänger bekam, und die Zähler der empfangenden Hälfte sahen ebenso viele Bytes ankommen.</translation>
    </message>
    <message>
        <source>Name the Sparks in your SSH configuration</source>
        <translation>Die Sparks in der eigenen SSH-Konfiguration benennen</translation>
    </message>
    <message>
        <source>The Sparks are set up, but your SSH configuration could not be changed. Run the same command again once that is mended.</source>
        <translation>Die Sparks sind eingerichtet, aber die eigene SSH-Konfiguration ließ sich nicht ändern. Ist das behoben, denselben Befehl noch einmal ausführen.</translation>
    </message>
    <message>
        <source>The names of the Sparks could not be taken out of your SSH configuration: remove the line with sparkloom_aliases from ~/.ssh/config.</source>
        <translation>Die Namen der Sparks ließen sich nicht aus der eigenen SSH-Konfiguration herausnehmen: Die Zeile mit sparkloom_aliases aus ~/.ssh/config löschen.</translation>
    </message>
    <message>
        <source>{text} is no test.</source>
        <translation>{text} ist kein Test.</translation>
    </message>
    <message>
        <source>Example: sparkloomctl test tcp --quick</source>
        <translation>Beispiel: sparkloomctl test tcp --quick</translation>
    </message>
    <message>
        <source>--host must be given twice.</source>
        <translation>--host muss zweimal angegeben werden.</translation>
    </message>
    <message>
        <source>A measurement needs two Sparks.</source>
        <translation>Eine Messung braucht zwei Sparks.</translation>
    </message>
    <message>
        <source>Example: sparkloomctl test tcp --host spark-a --host spark-b</source>
        <translation>Beispiel: sparkloomctl test tcp --host spark-a --host spark-b</translation>
    </message>
    <message>
        <source>The light of socket {cage} of {spark} blinks for {seconds} s. Ctrl-C puts it out.</source>
        <translation>Das Licht von Buchse {cage} von {spark} blinkt {seconds} s lang. Strg-C löscht es.</translation>
    </message>
    <message>
        <source>This is no socket of a Spark: {text}</source>
        <translation>Das ist keine Buchse eines Sparks: {text}</translation>
    </message>
    <message>
        <source>A Spark has two: 0 is next to the network plug, 1 is farther away.</source>
        <translation>Ein Spark hat zwei: 0 liegt neben dem Netzwerkstecker, 1 weiter weg.</translation>
    </message>
    <message>
        <source>Write it like this: sparkloomctl blink spark-a 0</source>
        <translation>So wird es geschrieben: sparkloomctl blink spark-a 0</translation>
    </message>
    <message>
        <source>Pull out one plug now, any one. End with Ctrl-C.</source>
        <translation>Zieh jetzt einen Stecker heraus, egal welchen. Strg-C beendet.</translation>
    </message>
    <message>
        <source>This cable joins {a} and {b}.</source>
        <translation>Dieses Kabel verbindet {a} und {b}.</translation>
    </message>
    <message>
        <source>This plug was in {a}. Its other end is in none of these Sparks: in a switch, in storage, or in a Spark that is not among them.</source>
        <translation>Dieser Stecker war in {a}. Sein anderes Ende steckt in keinem dieser Sparks, sondern in einem Switch, im Netzwerkspeicher oder in einem Spark, der nicht dabei ist.</translation>
    </message>
    <message>
        <source>More than one cable went dark, so nothing is claimed. Put everything back, and pull one plug only.</source>
        <translation>Mehr als ein Kabel hat die Verbindung verloren, deshalb wird nichts behauptet. Steck alles zurück und zieh nur einen Stecker.</translation>
    </message>
    <message>
        <source>Put the plug back. It takes some seconds until the sockets are lit again.</source>
        <translation>Steck den Stecker zurück. Es dauert einige Sekunden, bis die Buchsen wieder Verbindung haben.</translation>
    </message>
    <message>
        <source>The cable is back where it was.</source>
        <translation>Das Kabel ist wieder dort, wo es war.</translation>
    </message>
    <message>
        <source>The set-up was not begun: nothing was changed on any Spark.</source>
        <translation>Die Einrichtung wurde nicht begonnen: Auf keinem Spark wurde etwas geändert.</translation>
    </message>
    <message>
        <source>Nothing was repaired. sparkloomctl keep accepts it as it is, sparkloomctl apply puts back what was set up (the plan shows it first), sparkloomctl forget undoes everything.</source>
        <translation>Nichts wurde repariert. sparkloomctl keep nimmt es so an, sparkloomctl apply stellt das Eingerichtete wieder her (der Plan zeigt es vorher), sparkloomctl forget macht alles rückgängig.</translation>
    </message>
    <message numerus="yes">
        <source>%n differences were accepted as they are. Status tells them as kept and does not count them until they change; the next apply would put them back.</source>
        <translation>
            <numerusform>Ein Unterschied wurde so angenommen. status nennt ihn als angenommen und zählt ihn erst wieder, wenn er sich ändert; das nächste apply nähme ihn zurück.</numerusform>
            <numerusform>%n Unterschiede wurden so angenommen. status nennt sie als angenommen und zählt sie erst wieder, wenn sie sich ändern; das nächste apply nähme sie zurück.</numerusform>
        </translation>
    </message>
    <message>
        <source>The rest cannot be accepted: the cluster does not work with it. sparkloomctl apply puts back what was set up, sparkloomctl forget undoes everything.</source>
        <translation>Der Rest kann nicht angenommen werden: Das Cluster arbeitet damit nicht. sparkloomctl apply stellt das Eingerichtete wieder her, sparkloomctl forget macht alles rückgängig.</translation>
    </message>
    <message>
        <source>Every Spark is as it was set up: there is nothing to accept.</source>
        <translation>Jeder Spark ist wie eingerichtet: Es gibt nichts anzunehmen.</translation>
    </message>
    <message>
        <source>To read the plugs in the cages and to send raw frames, where nothing else tells which cable is which.</source>
        <translation>Um die Stecker in den Buchsen auszulesen und rohe Frames zu senden, wo sonst nichts verrät, welches Kabel wohin führt.</translation>
    </message>
    <message>
        <source>To let the light of a socket blink: only root may ask the network card for that.</source>
        <translation>Um das Licht einer Buchse blinken zu lassen: Darum darf nur root die Netzwerkkarte bitten.</translation>
    </message>
    <message>
        <source>{path} is no plain file of yours, so it is not changed.</source>
        <translation>{path} ist keine eigene gewöhnliche Datei und wird deshalb nicht geändert.</translation>
    </message>
    <message>
        <source>It belongs to somebody else, is a folder, or a link that leads nowhere.</source>
        <translation>Sie gehört jemand anderem, ist ein Ordner oder ein Verweis, der nirgendwohin führt.</translation>
    </message>
    <message>
        <source>Mend it, or go on without names: --ssh-aliases no</source>
        <translation>Das beheben oder ohne Namen weitermachen: --ssh-aliases no</translation>
    </message>
    <message>
        <source>Others may write to {path}, so it is not changed.</source>
        <translation>Andere dürfen in {path} schreiben, deshalb wird die Datei nicht geändert.</translation>
    </message>
    <message>
        <source>ssh itself refuses such a file: &quot;Bad owner or permissions&quot;.</source>
        <translation>ssh selbst lehnt eine solche Datei ab: &quot;Bad owner or permissions&quot;.</translation>
    </message>
    <message>
        <source>Take that right away: chmod go-w {path}</source>
        <translation>Dieses Recht entziehen: chmod go-w {path}</translation>
    </message>
    <message>
        <source>It holds the names of the Sparks for ssh; nothing on the Sparks depends on it.</source>
        <translation>Sie enthält die Namen der Sparks für ssh; auf den Sparks hängt nichts davon ab.</translation>
    </message>
    <message>
        <source>Sparkloom&apos;s record of the set-up is gone. Was this Spark reinstalled?</source>
        <translation>Sparklooms Beleg der Einrichtung ist fort. Wurde dieser Spark neu installiert?</translation>
    </message>
    <message>
        <source>The set-up was taken back, by {seen}.</source>
        <translation>Die Einrichtung wurde zurückgenommen, von {seen}.</translation>
    </message>
    <message>
        <source>It was set up with another plan than the one remembered here, by {seen}.</source>
        <translation>Er wurde mit einem anderen Plan eingerichtet als dem, der hier bekannt ist, von {seen}.</translation>
    </message>
    <message>
        <source>{subject} was changed.</source>
        <translation>{subject} wurde geändert.</translation>
    </message>
    <message>
        <source>{subject} is gone.</source>
        <translation>{subject} ist fort.</translation>
    </message>
    <message>
        <source>{subject} was added.</source>
        <translation>{subject} kam dazu.</translation>
    </message>
    <message>
        <source>Half {half} ({interface}) is switched off.</source>
        <translation>Hälfte {half} ({interface}) ist abgeschaltet.</translation>
    </message>
    <message>
        <source>Half {half} ({interface}) does not have its address {wanted}.</source>
        <translation>Hälfte {half} ({interface}) hat ihre Adresse {wanted} nicht.</translation>
    </message>
    <message>
        <source>Half {half} ({interface}) has one more address: {seen}.</source>
        <translation>Hälfte {half} ({interface}) hat eine weitere Adresse: {seen}.</translation>
    </message>
    <message>
        <source>Half {half} ({interface}) has MTU {seen} instead of {wanted}.</source>
        <translation>Hälfte {half} ({interface}) hat MTU {seen} statt {wanted}.</translation>
    </message>
    <message>
        <source>The setting {subject} is {seen} instead of {wanted}.</source>
        <translation>Die Einstellung {subject} ist {seen} statt {wanted}.</translation>
    </message>
    <message>
        <source>Half {half} ({interface}) has one more route: {seen}. Sparkloom leaves routes of others alone; to remove it: sudo ip route del {seen} dev {interface}</source>
        <translation>Hälfte {half} ({interface}) hat eine weitere Route: {seen}. Sparkloom rührt Routen anderer nicht an; zum Entfernen: sudo ip route del {seen} dev {interface}</translation>
    </message>
    <message>
        <source>The Spark&apos;s own key {subject} is gone or damaged, so it cannot log in to the others.</source>
        <translation>Der eigene Schlüssel {subject} des Sparks ist fort oder beschädigt, also kann er sich bei den anderen nicht anmelden.</translation>
    </message>
    <message>
        <source>{subject} may not log in here any more: its line in ~/.ssh/authorized_keys is gone.</source>
        <translation>{subject} darf sich hier nicht mehr anmelden: Die Zeile in ~/.ssh/authorized_keys ist fort.</translation>
    </message>
    <message>
        <source>The line that lets {subject} log in is not as it was set up in ~/.ssh/authorized_keys.</source>
        <translation>Die Zeile in ~/.ssh/authorized_keys, mit der sich {subject} anmeldet, ist nicht mehr wie eingerichtet.</translation>
    </message>
    <message>
        <source>A key that is of no Spark of this cluster carries Sparkloom&apos;s mark in ~/.ssh/authorized_keys: {subject}</source>
        <translation>Ein Schlüssel, der keinem Spark dieses Clusters gehört, trägt in ~/.ssh/authorized_keys Sparklooms Zeichen: {subject}</translation>
    </message>
    <message>
        <source>{subject} does not fit any more: it was changed, or a Spark has another address or key.</source>
        <translation>{subject} passt nicht mehr: Die Datei wurde geändert, oder ein Spark hat eine andere Adresse oder einen anderen Schlüssel.</translation>
    </message>
    <message>
        <source>{subject} does not include Sparkloom&apos;s file any more, so ssh does not know the other Sparks.</source>
        <translation>{subject} bindet Sparklooms Datei nicht mehr ein, also kennt ssh die anderen Sparks nicht.</translation>
    </message>
    <message>
        <source>Last changed {when:moment}, by this Spark&apos;s clock.</source>
        <translation>Zuletzt geändert {when:moment}, nach der Uhr dieses Sparks.</translation>
    </message>
    <message>
        <source>Since a time between {before:moment} and {when:moment}.</source>
        <translation>Seit einem Zeitpunkt zwischen {before:moment} und {when:moment}.</translation>
    </message>
    <message>
        <source>Since {when:moment}.</source>
        <translation>Seit {when:moment}.</translation>
    </message>
    <message>
        <source>Since when is not known; Sparkloom first saw it {when:moment}.</source>
        <translation>Seit wann, ist unbekannt; Sparkloom sah es zuerst {when:moment}.</translation>
    </message>
    <message>
        <source>It cannot be kept: this file is Sparkloom&apos;s and written as a whole. Put settings of your own into another file.</source>
        <translation>Es kann nicht so bleiben: Die Datei gehört Sparkloom und wird als Ganzes geschrieben. Eigene Einstellungen gehören in eine andere Datei.</translation>
    </message>
    <message>
        <source>It cannot be kept: halves of this Spark have their addresses from this file.</source>
        <translation>Es kann nicht so bleiben: Hälften dieses Sparks haben ihre Adressen aus dieser Datei.</translation>
    </message>
    <message>
        <source>It cannot be kept: this is another set-up. Put back the one remembered here, or forget it.</source>
        <translation>Es kann nicht so bleiben: Dies ist eine andere Einrichtung. Die hier bekannte wiederherstellen oder vergessen.</translation>
    </message>
    <message>
        <source>No setting was changed: push the plugs in until they click.</source>
        <translation>Keine Einstellung wurde geändert: Die Stecker hineindrücken, bis sie einrasten.</translation>
    </message>
    <message>
        <source>It cannot be kept: a lane of the cluster is missing.</source>
        <translation>Es kann nicht so bleiben: Eine Spur des Clusters fehlt.</translation>
    </message>
    <message>
        <source>It cannot be kept: another interface of this Spark is in the same network, so answers take the wrong way.</source>
        <translation>Es kann nicht so bleiben: Eine andere Schnittstelle dieses Sparks ist im selben Netz, also nehmen Antworten den falschen Weg.</translation>
    </message>
    <message>
        <source>It cannot be kept: the other end of the lane has another MTU, or is not known. To change it everywhere, apply with another MTU.</source>
        <translation>Es kann nicht so bleiben: Das andere Ende der Spur hat eine andere MTU oder ist unbekannt. Um sie überall zu ändern, mit einer anderen MTU anwenden.</translation>
    </message>
    <message>
        <source>It cannot be kept: without this setting one half answers for the other.</source>
        <translation>Es kann nicht so bleiben: Ohne diese Einstellung antwortet eine Hälfte für die andere.</translation>
    </message>
    <message>
        <source>{name} and {other} are two machines with one machine id.</source>
        <translation>{name} und {other} sind zwei Geräte mit einer einzigen Geräte-ID (machine-id).</translation>
    </message>
    <message>
        <source>One was copied from the other, or they came like that. On a network they are taken for one machine.</source>
        <translation>Eines wurde vom anderen kopiert, oder sie kamen so. In einem Netz werden sie für ein Gerät gehalten.</translation>
    </message>
    <message>
        <source>If you reinstalled it: read its fingerprint at the Spark itself, then use &quot;this Spark was reinstalled&quot; (sparkloomctl replace {name}). If not, find out what answers at its address.</source>
        <translation>Haben Sie es neu installiert: lesen Sie den Fingerabdruck am Spark selbst ab, dann nehmen Sie &quot;dieser Spark wurde neu installiert&quot; (sparkloomctl replace {name}). Wenn nicht, finden Sie heraus, was unter seiner Adresse antwortet.</translation>
    </message>
    <message>
        <source>If you reinstalled it: read its fingerprint at the Spark itself, then use &quot;this Spark was reinstalled&quot; (sparkloomctl replace {name}).</source>
        <translation>Haben Sie es neu installiert: lesen Sie den Fingerabdruck am Spark selbst ab, dann nehmen Sie &quot;dieser Spark wurde neu installiert&quot; (sparkloomctl replace {name}).</translation>
    </message>
    <message>
        <source>The stream of counters contradicts itself.</source>
        <translation>Der Strom der Zähler widerspricht sich.</translation>
    </message>
    <message>
        <source>The program on that Spark and this one do not understand each other.</source>
        <translation>Das Programm auf diesem Spark und dieses hier verstehen einander nicht.</translation>
    </message>
    <message>
        <source>Sign in again: that copies the right program to the Spark.</source>
        <translation>Melden Sie sich neu an: Dabei kommt das richtige Programm auf den Spark.</translation>
    </message>
    <message>
        <source>The connection to this Spark was lost.</source>
        <translation>Die Verbindung zu diesem Spark ist abgerissen.</translation>
    </message>
    <message>
        <source>What its cables carry is not known until it comes back; that is never shown as zero.</source>
        <translation>Was seine Kabel tragen, ist bis zu seiner Rückkehr nicht bekannt; als null wird das nie gezeigt.</translation>
    </message>
    <message>
        <source>Sparkloom connects again by itself. See whether the Spark is on and in the network.</source>
        <translation>Sparkloom verbindet sich von selbst wieder. Sieh nach, ob der Spark läuft und im Netz ist.</translation>
    </message>
    <message>
        <source>{spark}: no cable is seen, so there is nothing to count.</source>
        <translation>{spark}: Kein Kabel zu sehen, also nichts zu zählen.</translation>
    </message>
    <message>
        <source>{spark}: the driver does not count what crosses the wire. The cable&apos;s figure is the sum of what its halves count, without preamble and gap.</source>
        <translation>{spark}: Der Treiber zählt nicht, was über die Leitung geht. Der Wert des Kabels ist die Summe dessen, was seine Hälften zählen, ohne Präambel und Lücke.</translation>
    </message>
    <message>
        <source>{spark}: a half has no RDMA counters. RDMA on it is not seen, only TCP and the like.</source>
        <translation>{spark}: Einer Hälfte fehlen die RDMA-Zähler. RDMA ist auf ihr nicht zu sehen, nur TCP und dergleichen.</translation>
    </message>
    <message>
        <source>{spark}: the driver brings its TCP counters up to date every {milliseconds} ms only, so TCP shows that much later than RDMA.</source>
        <translation>{spark}: Der Treiber erneuert seine TCP-Zähler nur alle {milliseconds} ms, darum erscheint TCP um so viel später als RDMA.</translation>
    </message>
    <message>
        <source>{spark}: half {half} has carried nothing so far, while the other half of the cable did.</source>
        <translation>{spark}: Hälfte {half} hat bisher nichts getragen, die andere Hälfte des Kabels schon.</translation>
    </message>
    <message>
        <source>{spark}: cage {cage} counts more than its link can carry. This figure is wrong.</source>
        <translation>{spark}: Käfig {cage} zählt mehr, als seine Verbindung tragen kann. Dieser Wert ist falsch.</translation>
    </message>
    <message>
        <source>{spark} was set up as part of another cluster ({cluster}, by {owner}); it leaves that one and gets the addresses shown here.</source>
        <translation>{spark} wurde als Teil eines anderen Clusters eingerichtet ({cluster}, von {owner}); er verlässt es und bekommt die hier gezeigten Adressen.</translation>
    </message>
    <message>
        <source>This computer knows of no set-up that {name} could leave.</source>
        <translation>Dieser Computer kennt keine Einrichtung, die {name} verlassen könnte.</translation>
    </message>
    <message>
        <source>The cluster was not set up yet, or another computer did it.</source>
        <translation>Das Cluster ist noch nicht eingerichtet, oder ein anderer Computer hat es getan.</translation>
    </message>
    <message>
        <source>If another computer set it up: sparkloomctl adopt first. A Spark that was only added goes with: sparkloomctl forget {name}</source>
        <translation>Hat ein anderer Computer es eingerichtet: zuerst sparkloomctl adopt. Ein Spark, der nur hinzugefügt wurde, geht mit: sparkloomctl forget {name}</translation>
    </message>
    <message>
        <source>Nobody else is in this cluster.</source>
        <translation>Sonst gehört niemand zu diesem Cluster.</translation>
    </message>
    <message>
        <source>Forget a Spark that is gone for good with: sparkloomctl forget --here-only NAME</source>
        <translation>Ein Spark, den es nicht mehr gibt, wird vergessen mit: sparkloomctl forget --here-only NAME</translation>
    </message>
    <message>
        <source>The others have no cable to each other: their network goes back to what it was before the set-up.</source>
        <translation>Die anderen haben kein Kabel zueinander: ihr Netz wird wieder, wie es vor der Einrichtung war.</translation>
    </message>
    <message>
        <source>{name} goes back to what it was before the set-up; nothing of Sparkloom stays on it.</source>
        <translation>{name} wird wieder, wie er vor der Einrichtung war; nichts von Sparkloom bleibt darauf.</translation>
    </message>
    <message>
        <source>Nothing is done on {name}. Should it come back, it still has its old addresses: let it join only after sparkloomctl forget or a new installation.</source>
        <translation>Auf {name} wird nichts getan. Kommt er zurück, hat er noch seine alten Adressen: Er soll erst nach sparkloomctl forget oder einer neuen Installation wieder dazukommen.</translation>
    </message>
    <message>
        <source>It is no part of the cluster any more.</source>
        <translation>Er gehört nicht mehr zum Cluster.</translation>
    </message>
    <message>
        <source>Take {name} out of the cluster?</source>
        <translation>{name} aus dem Cluster nehmen?</translation>
    </message>
    <message>
        <source>Is {name} gone for good, and the others shall go on without it?</source>
        <translation>Gibt es {name} endgültig nicht mehr, und sollen die anderen ohne ihn weitermachen?</translation>
    </message>
    <message>
        <source>{name} shows the same host key as before.</source>
        <translation>{name} zeigt denselben Host-Schlüssel wie vorher.</translation>
    </message>
    <message>
        <source>It is the same installation, so nothing is to be replaced.</source>
        <translation>Es ist dieselbe Installation, also ist nichts zu ersetzen.</translation>
    </message>
    <message>
        <source>If an earlier replace was interrupted, go on with: sparkloomctl setup. What differs on it, if anything, is said by: sparkloomctl status</source>
        <translation>Wurde ein früheres replace unterbrochen, geht es weiter mit: sparkloomctl setup. Was daran abweicht, falls etwas abweicht, sagt: sparkloomctl status</translation>
    </message>
    <message>
        <source>The new host key of {name} is on record here. The other Sparks get it with what follows.</source>
        <translation>Der neue Host-Schlüssel von {name} ist hier vermerkt. Die anderen Sparks bekommen ihn mit dem, was folgt.</translation>
    </message>
    <message>
        <source>{spark} has no set-up of Sparkloom on record.</source>
        <translation>Auf {spark} ist keine Einrichtung von Sparkloom vermerkt.</translation>
    </message>
    <message>
        <source>There is nothing to take over from it: it was never set up, or the set-up was undone.</source>
        <translation>Von ihm ist nichts zu übernehmen: Er wurde nie eingerichtet, oder die Einrichtung wurde zurückgenommen.</translation>
    </message>
    <message>
        <source>If it is to join the others, take them over without it (sparkloomctl forget --here-only {spark}), then: sparkloomctl setup {spark}</source>
        <translation>Soll er zu den anderen kommen: diese ohne ihn übernehmen (sparkloomctl forget --here-only {spark}), danach: sparkloomctl setup {spark}</translation>
    </message>
    <message>
        <source>{spark} and {other} are in two clusters ({cluster} and {othercluster}).</source>
        <translation>{spark} und {other} gehören zu zwei Clustern ({cluster} und {othercluster}).</translation>
    </message>
    <message>
        <source>Each of them has a set-up of its own on record. Nothing was changed.</source>
        <translation>Auf jedem ist eine eigene Einrichtung vermerkt. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Take each over under its own name: sparkloomctl --cluster NAME adopt HOST. Whom not to name is forgotten here with: sparkloomctl forget --here-only NAME</source>
        <translation>Jedes unter seinem eigenen Namen übernehmen: sparkloomctl --cluster NAME adopt HOST. Wer nicht dazugehört, wird hier vergessen mit: sparkloomctl forget --here-only NAME</translation>
    </message>
    <message>
        <source>The record on {spark} is older than the cluster: the others do not count it in any more.</source>
        <translation>Was auf {spark} vermerkt ist, ist älter als das Cluster: Die anderen rechnen ihn nicht mehr dazu.</translation>
    </message>
    <message>
        <source>It was taken out while it could not be reached. Its old addresses may be those of another Spark now.</source>
        <translation>Er wurde herausgenommen, während er nicht erreichbar war. Seine alten Adressen können jetzt die eines anderen Sparks sein.</translation>
    </message>
    <message>
        <source>Leave it out (sparkloomctl forget --here-only {spark}) and take over the others. To let it join again, afterwards: sparkloomctl setup {spark}</source>
        <translation>Ihn weglassen (sparkloomctl forget --here-only {spark}) und die anderen übernehmen. Damit er wieder dazukommt, danach: sparkloomctl setup {spark}</translation>
    </message>
    <message>
        <source>The others name {name} as a member, but know it by another host key.</source>
        <translation>Die anderen nennen {name} als Mitglied, kennen ihn aber mit einem anderen Host-Schlüssel.</translation>
    </message>
    <message>
        <source>It was reinstalled since the cluster was set up, or another machine has its name.</source>
        <translation>Er wurde seit der Einrichtung neu installiert, oder ein anderes Gerät hat seinen Namen.</translation>
    </message>
    <message>
        <source>Take over the others without it (sparkloomctl forget --here-only {name}, then adopt --without {name}). To let it join again, afterwards: sparkloomctl setup {name}</source>
        <translation>Die anderen ohne ihn übernehmen (sparkloomctl forget --here-only {name}, dann adopt --without {name}). Damit er wieder dazukommt, danach: sparkloomctl setup {name}</translation>
    </message>
    <message>
        <source>The records on these Sparks do not fit together.</source>
        <translation>Was auf diesen Sparks vermerkt ist, passt nicht zusammen.</translation>
    </message>
    <message>
        <source>A member may be missing, or one of them was changed without the others. Nothing was changed.</source>
        <translation>Vielleicht fehlt ein Mitglied, oder eines wurde ohne die anderen geändert. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Name every Spark of the cluster; one that is gone for good with --without NAME. What would have to be changed on these is shown by: sparkloomctl plan</source>
        <translation>Alle Sparks des Clusters nennen, einen, den es nicht mehr gibt, mit --without NAME. Was an diesen zu ändern wäre, zeigt: sparkloomctl plan</translation>
    </message>
    <message>
        <source>{name} is a member, too: the others name it.</source>
        <translation>{name} gehört auch dazu: Die anderen nennen ihn.</translation>
    </message>
    <message>
        <source>Taken over: the cluster that {owner} set up as {cluster}, the last time on {when:moment}. Nothing was changed on its Sparks.</source>
        <translation>Übernommen: das Cluster, das {owner} als {cluster} eingerichtet hat, zuletzt am {when:moment}. Auf seinen Sparks wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Choose a real Spark. The other tests work here.</source>
        <translation>Wählen Sie einen echten Spark. Die anderen Prüfungen gehen auch hier.</translation>
    </message>
    <message>
        <source>The library NCCL (libnccl.so.2) was not found on this Spark. NCCL was not tested.</source>
        <translation>Die Bibliothek NCCL (libnccl.so.2) wurde auf diesem Spark nicht gefunden. NCCL wurde nicht geprüft.</translation>
    </message>
    <message>
        <source>It was looked for in the system&apos;s folders and in Python packages. The RDMA test proves the cables without it.</source>
        <translation>Gesucht wurde in den Ordnern des Systems und in Python-Paketen. Die RDMA-Messung weist die Kabel auch ohne sie nach.</translation>
    </message>
    <message>
        <source>The NVIDIA driver&apos;s library (libcuda.so.1) was not found on this Spark. NCCL was not tested.</source>
        <translation>Die Bibliothek des NVIDIA-Treibers (libcuda.so.1) wurde auf diesem Spark nicht gefunden. NCCL wurde nicht geprüft.</translation>
    </message>
    <message>
        <source>Without the driver no program can use the GPU.</source>
        <translation>Ohne den Treiber kann kein Programm die GPU benutzen.</translation>
    </message>
    <message>
        <source>Install the NVIDIA driver, or name the file.</source>
        <translation>Installieren Sie den NVIDIA-Treiber oder nennen Sie die Datei.</translation>
    </message>
    <message>
        <source>The library {library} is there but cannot be loaded.</source>
        <translation>Die Bibliothek {library} ist da, kann aber nicht geladen werden.</translation>
    </message>
    <message>
        <source>The file is damaged, made for another processor, or lacks a library that it needs.</source>
        <translation>Die Datei ist beschädigt, für einen anderen Prozessor gemacht, oder ihr fehlt eine Bibliothek, die sie braucht.</translation>
    </message>
    <message>
        <source>Install the package again, or name another file.</source>
        <translation>Installieren Sie das Paket neu oder nennen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>The library {library} is NCCL {version}, which is too old: {needed} is needed.</source>
        <translation>Die Bibliothek {library} ist NCCL {version} und damit zu alt: Nötig ist {needed}.</translation>
    </message>
    <message>
        <source>Older versions lack what the test is built on, and know nothing of this GPU.</source>
        <translation>Älteren Versionen fehlt, worauf die Messung aufbaut, und sie kennen diese GPU nicht.</translation>
    </message>
    <message>
        <source>Install a newer libnccl2, or name another file.</source>
        <translation>Installieren Sie ein neueres libnccl2 oder nennen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>The library {library} lacks the function {symbol}.</source>
        <translation>Der Bibliothek {library} fehlt die Funktion {symbol}.</translation>
    </message>
    <message>
        <source>It is another library of the same name, or a build that left something out.</source>
        <translation>Es ist eine andere Bibliothek gleichen Namens, oder beim Bauen wurde etwas ausgelassen.</translation>
    </message>
    <message>
        <source>The library {library} is not the same file as on the other Sparks.</source>
        <translation>Die Bibliothek {library} ist nicht dieselbe Datei wie auf den anderen Sparks.</translation>
    </message>
    <message>
        <source>Different versions of NCCL hang or fail when they meet, and their figures cannot be compared.</source>
        <translation>Verschiedene Versionen von NCCL hängen oder scheitern miteinander, und ihre Zahlen sind nicht vergleichbar.</translation>
    </message>
    <message>
        <source>This Spark has no GPU number {device}; it has {count}.</source>
        <translation>Dieser Spark hat keine GPU Nummer {device}; er hat {count}.</translation>
    </message>
    <message>
        <source>The driver does not see it.</source>
        <translation>Der Treiber sieht sie nicht.</translation>
    </message>
    <message>
        <source>Look at the output of nvidia-smi.</source>
        <translation>Sehen Sie sich die Ausgabe von nvidia-smi an.</translation>
    </message>
    <message>
        <source>The setting {name} is not one that a test may have, or its value has the wrong form.</source>
        <translation>Die Einstellung {name} ist für eine Messung nicht zugelassen, oder ihr Wert hat die falsche Form.</translation>
    </message>
    <message>
        <source>Only settings that choose devices, routes and counts are passed on to NCCL.</source>
        <translation>Nur Einstellungen, die Geräte, Wege und Anzahlen wählen, werden an NCCL weitergegeben.</translation>
    </message>
    <message>
        <source>Leave it out.</source>
        <translation>Lassen Sie sie weg.</translation>
    </message>
    <message>
        <source>{program} (process {pid}) is running on this Spark. NCCL was not tested.</source>
        <translation>{program} (Prozess {pid}) läuft auf diesem Spark. NCCL wurde nicht geprüft.</translation>
    </message>
    <message>
        <source>The figures would mean nothing, and the test could take memory that the program needs.</source>
        <translation>Die Zahlen würden nichts bedeuten, und die Messung könnte Arbeitsspeicher nehmen, den das Programm braucht.</translation>
    </message>
    <message>
        <source>End it and test again, or test beside it on purpose.</source>
        <translation>Beenden Sie es und messen Sie wieder, oder messen Sie mit Absicht daneben.</translation>
    </message>
    <message>
        <source>Only {mib} MiB of memory are free on this Spark, too little for a test.</source>
        <translation>Auf diesem Spark sind nur {mib} MiB Arbeitsspeicher frei, zu wenig für eine Messung.</translation>
    </message>
    <message>
        <source>GPU and programs share one memory; a test that takes the last of it can freeze the Spark.</source>
        <translation>GPU und Programme teilen sich einen Arbeitsspeicher; eine Messung, die den letzten Rest nimmt, kann den Spark einfrieren.</translation>
    </message>
    <message>
        <source>End programs that need much memory, then test again.</source>
        <translation>Beenden Sie Programme, die viel Arbeitsspeicher brauchen, und messen Sie dann wieder.</translation>
    </message>
    <message>
        <source>The test would need {wanted} MiB of memory; at most {cap} MiB are allowed.</source>
        <translation>Die Messung bräuchte {wanted} MiB Arbeitsspeicher; erlaubt sind höchstens {cap} MiB.</translation>
    </message>
    <message>
        <source>GPU and programs share one memory. More than 1 GiB per buffer teaches nothing new.</source>
        <translation>GPU und Programme teilen sich einen Arbeitsspeicher. Mehr als 1 GiB je Puffer lehrt nichts Neues.</translation>
    </message>
    <message>
        <source>Choose a smaller largest size.</source>
        <translation>Wählen Sie eine kleinere größte Größe.</translation>
    </message>
    <message>
        <source>The GPU had no memory left for the test ({free} MiB free).</source>
        <translation>Die GPU hatte keinen Arbeitsspeicher mehr für die Messung ({free} MiB frei).</translation>
    </message>
    <message>
        <source>Another program holds it.</source>
        <translation>Ein anderes Programm hält ihn.</translation>
    </message>
    <message>
        <source>End that program, or choose a smaller largest size.</source>
        <translation>Beenden Sie dieses Programm oder wählen Sie eine kleinere größte Größe.</translation>
    </message>
    <message>
        <source>The NVIDIA driver reported {error} ({call}).</source>
        <translation>Der NVIDIA-Treiber meldete {error} ({call}).</translation>
    </message>
    <message>
        <source>The GPU or its driver is in trouble, or this NCCL has no code for this GPU.</source>
        <translation>Die GPU oder ihr Treiber ist in Schwierigkeiten, oder dieses NCCL hat keinen Code für diese GPU.</translation>
    </message>
    <message>
        <source>Look at nvidia-smi and the Spark&apos;s log; restart the Spark if it repeats.</source>
        <translation>Sehen Sie sich nvidia-smi und das Protokoll des Sparks an; starten Sie den Spark neu, wenn es sich wiederholt.</translation>
    </message>
    <message>
        <source>NCCL reported: {error}</source>
        <translation>NCCL meldete: {error}</translation>
    </message>
    <message>
        <source>The details hold what it said about the cause.</source>
        <translation>In den Einzelheiten steht, was es über die Ursache sagte.</translation>
    </message>
    <message>
        <source>Run the RDMA test: it says whether the cables are sound.</source>
        <translation>Machen Sie die RDMA-Messung: Sie sagt, ob die Kabel in Ordnung sind.</translation>
    </message>
    <message>
        <source>NCCL lost the connection to another Spark.</source>
        <translation>NCCL hat die Verbindung zu einem anderen Spark verloren.</translation>
    </message>
    <message>
        <source>The reason is on the other side or between them: a process that ended, a pulled cable, a firewall.</source>
        <translation>Der Grund liegt auf der anderen Seite oder dazwischen: ein Prozess, der endete, ein gezogenes Kabel, eine Firewall.</translation>
    </message>
    <message>
        <source>Look at what the other Sparks report.</source>
        <translation>Sehen Sie nach, was die anderen Sparks melden.</translation>
    </message>
    <message>
        <source>The NCCL test was stopped.</source>
        <translation>Die NCCL-Messung wurde angehalten.</translation>
    </message>
    <message>
        <source>Nothing of it runs any more on this Spark.</source>
        <translation>Nichts von ihr läuft mehr auf diesem Spark.</translation>
    </message>
    <message>
        <source>Start it again whenever you like.</source>
        <translation>Starten Sie sie wieder, wann Sie möchten.</translation>
    </message>
    <message>
        <source>Loading NCCL and the NVIDIA driver took longer than {seconds:seconds} s.</source>
        <translation>Das Laden von NCCL und dem NVIDIA-Treiber dauerte länger als {seconds:seconds} s.</translation>
    </message>
    <message>
        <source>The driver does not answer, or the disk is very slow.</source>
        <translation>Der Treiber antwortet nicht, oder das Laufwerk ist sehr langsam.</translation>
    </message>
    <message>
        <source>Look at nvidia-smi; restart the Spark if it hangs too.</source>
        <translation>Sehen Sie sich nvidia-smi an; starten Sie den Spark neu, wenn auch das hängt.</translation>
    </message>
    <message>
        <source>The Sparks did not find each other within {seconds:seconds} s.</source>
        <translation>Die Sparks fanden einander nicht innerhalb von {seconds:seconds} s.</translation>
    </message>
    <message>
        <source>A firewall blocks TCP between them, NCCL chose the wrong interface, or another Spark did not start.</source>
        <translation>Eine Firewall sperrt TCP zwischen ihnen, NCCL wählte die falsche Schnittstelle, oder ein anderer Spark begann nicht.</translation>
    </message>
    <message>
        <source>Look at the firewall (ufw) and at what the other Sparks report.</source>
        <translation>Sehen Sie nach der Firewall (ufw) und danach, was die anderen Sparks melden.</translation>
    </message>
    <message>
        <source>The first operations of NCCL did not end within {seconds:seconds} s.</source>
        <translation>Die ersten Vorgänge von NCCL endeten nicht innerhalb von {seconds:seconds} s.</translation>
    </message>
    <message>
        <source>The connections between the Sparks could not be made, or another Spark stopped.</source>
        <translation>Die Verbindungen zwischen den Sparks kamen nicht zustande, oder ein anderer Spark blieb stehen.</translation>
    </message>
    <message>
        <source>Run the RDMA test, and look at what the other Sparks report.</source>
        <translation>Machen Sie die RDMA-Messung und sehen Sie nach, was die anderen Sparks melden.</translation>
    </message>
    <message>
        <source>A measurement of NCCL did not end within {seconds:seconds} s.</source>
        <translation>Eine Messung von NCCL endete nicht innerhalb von {seconds:seconds} s.</translation>
    </message>
    <message>
        <source>Another Spark stopped, a cable went down, or the way is far slower than expected.</source>
        <translation>Ein anderer Spark blieb stehen, ein Kabel verlor die Verbindung, oder der Weg ist viel langsamer als erwartet.</translation>
    </message>
    <message>
        <source>Look at what the other Sparks report, then run the RDMA test.</source>
        <translation>Sehen Sie nach, was die anderen Sparks melden, und machen Sie dann die RDMA-Messung.</translation>
    </message>
    <message>
        <source>Checking a result of NCCL did not end within {seconds:seconds} s.</source>
        <translation>Die Prüfung eines Ergebnisses von NCCL endete nicht innerhalb von {seconds:seconds} s.</translation>
    </message>
    <message>
        <source>Another Spark stopped, or this one is very busy.</source>
        <translation>Ein anderer Spark blieb stehen, oder dieser ist sehr beschäftigt.</translation>
    </message>
    <message>
        <source>Look at what the other Sparks report, then test again.</source>
        <translation>Sehen Sie nach, was die anderen Sparks melden, und messen Sie dann wieder.</translation>
    </message>
    <message>
        <source>NCCL did not end by itself within {seconds:seconds} s and was ended.</source>
        <translation>NCCL endete nicht von selbst innerhalb von {seconds:seconds} s und wurde beendet.</translation>
    </message>
    <message>
        <source>The library waits for another Spark that is gone.</source>
        <translation>Die Bibliothek wartet auf einen anderen Spark, der nicht mehr da ist.</translation>
    </message>
    <message>
        <source>Test again.</source>
        <translation>Messen Sie wieder.</translation>
    </message>
    <message>
        <source>The NCCL test took longer than the {seconds:seconds} s that it had.</source>
        <translation>Die NCCL-Messung dauerte länger als die {seconds:seconds} s, die sie hatte.</translation>
    </message>
    <message>
        <source>The way between the Sparks is slower than expected, or too many sizes were asked for.</source>
        <translation>Der Weg zwischen den Sparks ist langsamer als erwartet, oder es wurden zu viele Größen verlangt.</translation>
    </message>
    <message>
        <source>Choose fewer sizes or more time.</source>
        <translation>Wählen Sie weniger Größen oder mehr Zeit.</translation>
    </message>
    <message>
        <source>The test&apos;s process on this Spark was stopped (process {pid}) and had to be ended.</source>
        <translation>Der Prozess der Messung auf diesem Spark wurde angehalten (Prozess {pid}) und musste beendet werden.</translation>
    </message>
    <message>
        <source>Somebody stopped it by a signal or a debugger. The other Sparks waited for it in vain.</source>
        <translation>Jemand hielt ihn mit einem Signal oder einem Debugger an. Die anderen Sparks warteten vergeblich auf ihn.</translation>
    </message>
    <message>
        <source>The test&apos;s process on this Spark was killed (signal {signal}).</source>
        <translation>Der Prozess der Messung auf diesem Spark wurde getötet (Signal {signal}).</translation>
    </message>
    <message>
        <source>Signal 9 comes from a person or from a Spark without free memory, 11 and 6 from a crash in a library.</source>
        <translation>Signal 9 kommt von einer Person oder von einem Spark ohne freien Arbeitsspeicher, 11 und 6 von einem Absturz in einer Bibliothek.</translation>
    </message>
    <message>
        <source>Look at the Spark&apos;s log: sudo journalctl -b</source>
        <translation>Sehen Sie im Protokoll des Sparks nach: sudo journalctl -b</translation>
    </message>
    <message>
        <source>The test&apos;s process on this Spark ended by itself (code {code}).</source>
        <translation>Der Prozess der Messung auf diesem Spark endete von selbst (Code {code}).</translation>
    </message>
    <message>
        <source>A library ended it. The details hold its last words.</source>
        <translation>Eine Bibliothek beendete ihn. In den Einzelheiten stehen ihre letzten Worte.</translation>
    </message>
    <message>
        <source>Test again, and report it if it repeats.</source>
        <translation>Messen Sie wieder und melden Sie es, wenn es sich wiederholt.</translation>
    </message>
    <message>
        <source>The test&apos;s process {pid} on this Spark cannot be ended: it hangs inside the driver.</source>
        <translation>Der Prozess {pid} der Messung auf diesem Spark lässt sich nicht beenden: Er hängt im Treiber.</translation>
    </message>
    <message>
        <source>The kernel waits for the GPU or the network card. This is the only case in which something is left behind.</source>
        <translation>Der Kernel wartet auf die GPU oder die Netzwerkkarte. Nur in diesem Fall bleibt etwas zurück.</translation>
    </message>
    <message>
        <source>Restart this Spark.</source>
        <translation>Starten Sie diesen Spark neu.</translation>
    </message>
    <message>
        <source>You have cabled it already: there is nothing to buy and nothing to plug.</source>
        <translation>Das ist schon verkabelt: Es ist nichts zu kaufen und nichts zu stecken.</translation>
    </message>
    <message>
        <source>One cable is all that two Sparks need: its two lanes carry the full speed.</source>
        <translation>Ein Kabel ist alles, was zwei Sparks brauchen: Seine zwei Spuren tragen das volle Tempo.</translation>
    </message>
    <message>
        <source>The second cable takes over when the first one fails. It adds no speed: both sockets of a Spark share the same two PCIe links.</source>
        <translation>Das zweite Kabel springt ein, wenn das erste ausfällt. Schneller wird nichts: Beide Buchsen eines Sparks teilen sich dieselben zwei PCIe-Verbindungen.</translation>
    </message>
    <message>
        <source>One socket to the other Spark, one to storage. For storage that has a fast socket of its own.</source>
        <translation>Eine Buchse zum anderen Spark, eine zum Netzwerkspeicher. Für einen Netzwerkspeicher, der selbst eine schnelle Buchse hat.</translation>
    </message>
    <message>
        <source>Every Spark is next to every other, and no switch has to be bought.</source>
        <translation>Jeder Spark ist Nachbar jedes anderen, und kein Switch muss gekauft werden.</translation>
    </message>
    <message>
        <source>You have cabled it but for one cable. One more, between the two ends, and it is a ring.</source>
        <translation>Bis auf ein Kabel ist er verkabelt. Noch eines, zwischen den beiden Enden, und es ist ein Ring.</translation>
    </message>
    <message>
        <source>No switch to buy. But Sparks that are no neighbours do not reach each other at full speed, and NVIDIA does not support it.</source>
        <translation>Kein Switch zu kaufen. Aber Sparks, die keine Nachbarn sind, erreichen einander nicht mit vollem Tempo, und NVIDIA unterstützt das nicht.</translation>
    </message>
    <message>
        <source>Every Spark reaches every other at full speed, through the switch.</source>
        <translation>Jeder Spark erreicht jeden anderen mit vollem Tempo, durch den Switch.</translation>
    </message>
    <message>
        <source>Every Spark reaches every other at full speed. NVIDIA supports up to four like this; eight have been seen at work.</source>
        <translation>Jeder Spark erreicht jeden anderen mit vollem Tempo. NVIDIA unterstützt so bis zu vier; acht wurden in Betrieb gesehen.</translation>
    </message>
    <message>
        <source>The second cable takes over when the first one fails. It adds no speed, and takes twice the sockets of the switch.</source>
        <translation>Das zweite Kabel springt ein, wenn das erste ausfällt. Schneller wird nichts, und der Switch braucht doppelt so viele Buchsen.</translation>
    </message>
    <message>
        <source>A ring with a cable missing: only neighbours work together, NCCL cannot run over all.</source>
        <translation>Ein Ring, dem ein Kabel fehlt: Nur Nachbarn arbeiten zusammen, NCCL kann nicht über alle laufen.</translation>
    </message>
    <message>
        <source>Your SSH configuration has an entry for {name} already, so Sparkloom gives this name to nobody.</source>
        <translation>Die eigene SSH-Konfiguration hat schon einen Eintrag für {name}, deshalb vergibt Sparkloom diesen Namen nicht.</translation>
    </message>
    <message>
        <source>{name} has no name that SSH could use, so it gets no alias.</source>
        <translation>{name} hat keinen Namen, mit dem SSH etwas anfangen könnte, und bekommt deshalb keinen Alias.</translation>
    </message>
    <message>
        <source>/etc/hosts of {spark} already gives {name} to another address, in a line that is not ours: that one counts.</source>
        <translation>/etc/hosts von {spark} gibt {name} schon einer anderen Adresse, in einer Zeile, die nicht unsere ist: Sie zählt.</translation>
    </message>
    <message>
        <source>Give the other Sparks names on the fast network, in a block of {file}</source>
        <translation>Den anderen Sparks Namen im schnellen Netz geben, in einem Block von {file}</translation>
    </message>
    <message>
        <source>Take our block of names out of {file}</source>
        <translation>Unseren Block mit Namen aus {file} herausnehmen</translation>
    </message>
    <message>
        <source>You asked for it. Host files of MPI and torchrun can then say spark-b-fabric instead of an address. Every other line of the file stays.</source>
        <translation>So gewünscht. Hostdateien von MPI und torchrun können dann spark-b-fabric statt einer Adresse nennen. Alle anderen Zeilen der Datei bleiben.</translation>
    </message>
    <message>
        <source>Undo takes exactly this block out again.</source>
        <translation>Rückgängigmachen nimmt genau diesen Block wieder heraus.</translation>
    </message>
    <message>
        <source>Name the Sparks in your SSH configuration: {file}</source>
        <translation>Die Sparks in der eigenen SSH-Konfiguration benennen: {file}</translation>
    </message>
    <message>
        <source>Take the names of the Sparks out of your SSH configuration: {file}</source>
        <translation>Die Namen der Sparks aus der eigenen SSH-Konfiguration herausnehmen: {file}</translation>
    </message>
    <message>
        <source>You asked for it. Each Spark gets a name with user, key and known host key, so that ssh NAME simply works.</source>
        <translation>So gewünscht. Jeder Spark bekommt einen Namen mit Benutzer, Schlüssel und bekanntem Host-Schlüssel, damit ssh NAME einfach funktioniert.</translation>
    </message>
    <message>
        <source>One line at its top reads the file of names. No entry of yours is changed, and none is overruled.</source>
        <translation>Eine Zeile ganz oben liest die Datei mit den Namen. Kein eigener Eintrag wird geändert, und keiner wird übergangen.</translation>
    </message>
    <message>
        <source>Undo takes it out again; {file} is then byte for byte what it was.</source>
        <translation>Rückgängigmachen nimmt es wieder heraus; {file} ist dann Byte für Byte wie zuvor.</translation>
    </message>
    <message>
        <source>Write {file} anew</source>
        <translation>{file} neu schreiben</translation>
    </message>
    <message>
        <source>The connection ended in the middle of signing in as {user}.</source>
        <translation>Die Verbindung endete mitten in der Anmeldung als {user}.</translation>
    </message>
    <message>
        <source>Something between here and the Spark was cut, or the Spark hangs up instead of answering: an expired account does that.</source>
        <translation>Etwas auf dem Weg zum Spark wurde getrennt, oder der Spark legt auf, statt zu antworten: So verhält sich ein abgelaufenes Konto.</translation>
    </message>
    <message>
        <source>Try again. If it happens every time, sign in once at the Spark itself with this account.</source>
        <translation>Noch einmal versuchen. Geschieht es jedes Mal, mit diesem Konto einmal am Spark selbst anmelden.</translation>
    </message>
    <message>
        <source>{from} does not reach {to} by SSH at {name}: {interface} of {spark} (half {half}) has no link.</source>
        <translation>{from} erreicht {to} nicht per SSH unter {name}: {interface} von {spark} (Hälfte {half}) hat keine Verbindung.</translation>
    </message>
    <message>
        <source>The cable at {interface} of {spark} is out, loose or broken; the keys are not the cause. Push its plugs in until they click at both ends, then verify again.</source>
        <translation>Das Kabel an {interface} von {spark} ist gezogen, locker oder defekt; an den Schlüsseln liegt es nicht. Die Stecker an beiden Enden eindrücken, bis sie einrasten, dann noch einmal nachweisen.</translation>
    </message>
    <message>
        <source>The link of {interface} (half {half}) went away during the test.</source>
        <translation>Die Verbindung von {interface} (Hälfte {half}) ging während des Tests verloren.</translation>
    </message>
    <message>
        <source>Somebody pulled the plug, or the cable or its port fails under load.</source>
        <translation>Jemand hat den Stecker gezogen, oder das Kabel oder sein Anschluss versagt unter Last.</translation>
    </message>
    <message>
        <source>Push the plugs in until they click at both ends, then run the test again.</source>
        <translation>Drücken Sie die Stecker an beiden Enden, bis sie klicken, und testen Sie dann noch einmal.</translation>
    </message>
    <message>
        <source>The link of {interface} (half {half}) went down and came back during the test.</source>
        <translation>Die Verbindung von {interface} (Hälfte {half}) fiel während des Tests aus und kam wieder.</translation>
    </message>
    <message>
        <source>A cable or a plug that fails now and then; jobs break off when it does.</source>
        <translation>Ein Kabel oder ein Stecker, der ab und zu versagt; Aufträge brechen dann ab.</translation>
    </message>
    <message>
        <source>Push the plugs in until they click at both ends. If it stays, swap the ends of the cable, then the cable.</source>
        <translation>Drücken Sie die Stecker an beiden Enden, bis sie klicken. Wenn es so bleibt, tauschen Sie die Enden des Kabels, dann das Kabel.</translation>
    </message>
    <message>
        <source>Each half</source>
        <translation>Jede Hälfte</translation>
    </message>
    <message>
        <source>Both halves</source>
        <translation>Beide Hälften</translation>
    </message>
    <message>
        <source>Both directions</source>
        <translation>Beide Richtungen</translation>
    </message>
    <message>
        <source>All cables at once</source>
        <translation>Alle Kabel zugleich</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>NCCL, 32 MiB</source>
        <translation>NCCL, 32 MiB</translation>
    </message>
    <message>
        <source>NCCL, 1 GiB</source>
        <translation>NCCL, 1 GiB</translation>
    </message>
    <message>
        <source>TCP</source>
        <translation>TCP</translation>
    </message>
    <message>
        <source>Load for a long time</source>
        <translation>Last über lange Zeit</translation>
    </message>
    <message>
        <source>Measured with TCP: these Sparks offer no RDMA to be measured with.</source>
        <translation>Mit TCP gemessen: Diese Sparks bieten kein RDMA, mit dem gemessen werden könnte.</translation>
    </message>
    <message>
        <source>Not tested: latency is measured with RDMA, which these Sparks do not offer.</source>
        <translation>Nicht geprüft: Latenz wird mit RDMA gemessen, das diese Sparks nicht bieten.</translation>
    </message>
    <message>
        <source>The rungs below were measured with TCP already.</source>
        <translation>Die Sprossen darunter wurden schon mit TCP gemessen.</translation>
    </message>
    <message>
        <source>It is due to {spark}.</source>
        <translation>Es liegt an {spark}.</translation>
    </message>
    <message>
        <source>{rounds} rounds in {time:seconds} s.</source>
        <translation>{rounds} Runden in {time:seconds} s.</translation>
    </message>
    <message>
        <source>Half {half} of {spark}: {counter} grew by {number} under load; it should stand still.</source>
        <translation>Hälfte {half} von {spark}: {counter} stieg unter Last um {number}; der Zähler sollte stillstehen.</translation>
    </message>
    <message>
        <source>Push the plugs in until they click, swap the ends of the cable, test again: errors that move with the cable come from it.</source>
        <translation>Drücken Sie die Stecker, bis sie klicken, tauschen Sie die Enden des Kabels, testen Sie noch einmal: Fehler, die mit dem Kabel wandern, kommen von ihm.</translation>
    </message>
    <message>
        <source>A Spark does not tell its error counters.</source>
        <translation>Ein Spark gibt seine Fehlerzähler nicht preis.</translation>
    </message>
    <message>
        <source>So nothing is said about errors under load.</source>
        <translation>Über Fehler unter Last wird also nichts gesagt.</translation>
    </message>
    <message>
        <source>Take NCCL_IB_DISABLE and NCCL_SOCKET_IFNAME out of /etc/nccl.conf on each Spark; in a container give it /dev/infiniband. Settings for jobs: sparkloomctl env</source>
        <translation>Nehmen Sie NCCL_IB_DISABLE und NCCL_SOCKET_IFNAME auf jedem Spark aus /etc/nccl.conf; einem Container geben Sie /dev/infiniband. Einstellungen für Aufträge: sparkloomctl env</translation>
    </message>
    <message>
        <source>NCCL moves {busbw} GB/s over RDMA although the cables carry more: this library is no release, or not made for this GPU.</source>
        <translation>NCCL bewegt über RDMA {busbw} GB/s, obwohl die Kabel mehr tragen: Diese Bibliothek ist keine Veröffentlichung oder nicht für diese GPU gemacht.</translation>
    </message>
    <message>
        <source>Install a release of libnccl2 for CUDA 13 on every Spark, the same on all.</source>
        <translation>Installieren Sie auf jedem Spark eine veröffentlichte libnccl2 für CUDA 13, überall dieselbe.</translation>
    </message>
    <message>
        <source>NCCL moves {busbw} GB/s, what one half carries: it uses one half of two.</source>
        <translation>NCCL bewegt {busbw} GB/s, so viel wie eine Hälfte trägt: Es nutzt eine Hälfte von zweien.</translation>
    </message>
    <message>
        <source>{what}: {gbps} Gb/s, {percent} % less than this cluster reached before ({before}).</source>
        <translation>{what}: {gbps} Gb/s, {percent} % weniger, als dieser Verbund schon erreicht hat ({before}).</translation>
    </message>
    <message>
        <source>Everything that was tested runs at full speed.</source>
        <translation>Alles, was getestet wurde, läuft mit vollem Tempo.</translation>
    </message>
    <message>
        <source>Everything that was tested runs well; a little more can be had.</source>
        <translation>Alles, was getestet wurde, läuft gut; ein wenig mehr ist möglich.</translation>
    </message>
    <message>
        <source>Proven: each half that was tested carries RDMA at its full speed, in each direction.</source>
        <translation>Nachgewiesen: Jede getestete Hälfte trägt RDMA mit ihrem vollen Tempo, in jeder Richtung.</translation>
    </message>
    <message>
        <source>Proven: the halves of each cable carry RDMA together, in each direction, at the cable&apos;s speed.</source>
        <translation>Nachgewiesen: Die Hälften jedes Kabels tragen RDMA zusammen, in jeder Richtung, so schnell wie das Kabel.</translation>
    </message>
    <message>
        <source>Proven: RDMA in both directions at once.</source>
        <translation>Nachgewiesen: RDMA in beiden Richtungen zugleich.</translation>
    </message>
    <message>
        <source>Proven: the latency is that of a healthy fabric.</source>
        <translation>Nachgewiesen: Die Latenz ist die eines gesunden Verbunds.</translation>
    </message>
    <message>
        <source>Proven: NCCL reaches its full speed over these Sparks, and its results are right.</source>
        <translation>Nachgewiesen: NCCL erreicht über diese Sparks sein volles Tempo, und seine Ergebnisse stimmen.</translation>
    </message>
    <message>
        <source>Not proven: RDMA, which AI jobs use and which is faster than TCP.</source>
        <translation>Nicht nachgewiesen: RDMA, das KI-Aufträge nutzen und das schneller ist als TCP.</translation>
    </message>
    <message>
        <source>Not proven: NCCL, which most jobs of several Sparks use.</source>
        <translation>Nicht nachgewiesen: NCCL, das die meisten Aufträge über mehrere Sparks nutzen.</translation>
    </message>
    <message>
        <source>{interface} is a port of {master}, a bond or bridge on this Spark.</source>
        <translation>{interface} gehört auf diesem Spark zu {master}, einem Bond oder einer Bridge.</translation>
    </message>
    <message>
        <source>RDMA needs an address on each half of its own, so nothing of that could be kept. Nothing was changed.</source>
        <translation>RDMA braucht auf jeder Hälfte eine eigene Adresse, davon ließe sich also nichts behalten. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Take {interface} out on the Spark (sudo ip link set {interface} nomaster), then plan again.</source>
        <translation>Nehmen Sie {interface} auf dem Spark heraus (sudo ip link set {interface} nomaster) und planen Sie dann neu.</translation>
    </message>
    <message>
        <source>Tests are tcp, rdma, nccl and ladder.</source>
        <translation>Tests sind tcp, rdma, nccl und ladder.</translation>
    </message>
    <message>
        <source>--quick, --full and --soak exclude each other.</source>
        <translation>--quick, --full und --soak schließen einander aus.</translation>
    </message>
    <message>
        <source>Each says how long the test goes on.</source>
        <translation>Jede sagt, wie lange der Test dauert.</translation>
    </message>
    <message>
        <source>Example: sparkloomctl test ladder --full</source>
        <translation>Beispiel: sparkloomctl test ladder --full</translation>
    </message>
    <message>
        <source>{text} is no time for --soak.</source>
        <translation>{text} ist keine Zeit für --soak.</translation>
    </message>
    <message>
        <source>It is a number with s, m or h, up to 24h, and goes with the test ladder only.</source>
        <translation>Es ist eine Zahl mit s, m oder h, bis 24h, und gehört nur zum Test ladder.</translation>
    </message>
    <message>
        <source>Example: sparkloomctl test ladder --soak 30m</source>
        <translation>Beispiel: sparkloomctl test ladder --soak 30m</translation>
    </message>
    <message>
        <source>{text} is no collective that can be tested.</source>
        <translation>{text} ist keine Kollektive, die getestet werden kann.</translation>
    </message>
    <message>
        <source>They are all_reduce, all_gather, reduce_scatter, broadcast, alltoall and sendrecv.</source>
        <translation>Es gibt all_reduce, all_gather, reduce_scatter, broadcast, alltoall und sendrecv.</translation>
    </message>
    <message>
        <source>Example: sparkloomctl test nccl --collective all_gather</source>
        <translation>Beispiel: sparkloomctl test nccl --collective all_gather</translation>
    </message>
    <message>
        <source>{text} is no range of sizes.</source>
        <translation>{text} ist kein Bereich von Größen.</translation>
    </message>
    <message>
        <source>It is the smallest and the largest size in bytes, with K, M or G: 8 bytes to 16G.</source>
        <translation>Es ist die kleinste und die größte Größe in Bytes, mit K, M oder G: 8 Bytes bis 16G.</translation>
    </message>
    <message>
        <source>Example: sparkloomctl test nccl --sizes 32M:1G</source>
        <translation>Beispiel: sparkloomctl test nccl --sizes 32M:1G</translation>
    </message>
    <message>
        <source>--read and --send exclude each other.</source>
        <translation>--read und --send schließen einander aus.</translation>
    </message>
    <message>
        <source>Without both, RDMA WRITE is measured.</source>
        <translation>Ohne beide wird RDMA WRITE gemessen.</translation>
    </message>
    <message>
        <source>Example: sparkloomctl test rdma --read</source>
        <translation>Beispiel: sparkloomctl test rdma --read</translation>
    </message>
    <message>
        <source>{text} is no size of a message.</source>
        <translation>{text} ist keine Größe einer Nachricht.</translation>
    </message>
    <message>
        <source>It is a number of bytes, or one with K or M: 1 to 64M.</source>
        <translation>Das ist eine Anzahl Bytes oder eine mit K oder M: 1 bis 64M.</translation>
    </message>
    <message>
        <source>Example: sparkloomctl test rdma --size 1M</source>
        <translation>Beispiel: sparkloomctl test rdma --size 1M</translation>
    </message>
    <message>
        <source>A result of a test was not kept on this computer.</source>
        <translation>Ein Ergebnis eines Tests wurde auf diesem Computer nicht aufbewahrt.</translation>
    </message>
    <message>
        <source>It is too large, or belongs to no cluster that has a name.</source>
        <translation>Es ist zu groß oder gehört zu keinem Cluster mit Namen.</translation>
    </message>
    <message>
        <source>Save it from the page Tests.</source>
        <translation>Auf der Seite Tests speichern.</translation>
    </message>
    <message>
        <source>The names of the other Sparks are not as they were set up in {subject}.</source>
        <translation>Die Namen der anderen Sparks stehen in {subject} nicht mehr so, wie sie eingerichtet wurden.</translation>
    </message>
    <message>
        <source>NCCL cannot be tested on this machine.</source>
        <translation>NCCL kann auf diesem Gerät nicht getestet werden.</translation>
    </message>
    <message>
        <source>Its agent cannot start a process for it.</source>
        <translation>Sein Agent kann keinen Prozess dafür starten.</translation>
    </message>
    <message>
        <source>NCCL over {count} Sparks</source>
        <translation>NCCL über {count} Sparks</translation>
    </message>
    <message>
        <source>This Spark stopped answering while NCCL ran.</source>
        <translation>Dieser Spark antwortete nicht mehr, während NCCL lief.</translation>
    </message>
    <message>
        <source>It hangs, its agent was stopped, or the network to it is gone.</source>
        <translation>Er hängt, sein Agent wurde angehalten, oder das Netz zu ihm ist weg.</translation>
    </message>
    <message>
        <source>Check that it is on, then test again.</source>
        <translation>Prüfen Sie, ob er an ist, und testen Sie dann noch einmal.</translation>
    </message>
    <message>
        <source>The Sparks report different results of the same NCCL run.</source>
        <translation>Die Sparks melden verschiedene Ergebnisse desselben NCCL-Laufs.</translation>
    </message>
    <message>
        <source>Their agents do not fit together.</source>
        <translation>Ihre Agenten passen nicht zusammen.</translation>
    </message>
    <message>
        <source>No TCP connection gets through to {spark} over {interface}: a firewall drops it.</source>
        <translation>Zu {spark} kommt über {interface} keine TCP-Verbindung durch: Eine Firewall verwirft sie.</translation>
    </message>
    <message>
        <source>NCCL&apos;s ranks meet over this network, on ports that are not known before. It would hang; it was not started.</source>
        <translation>Die Teilnehmer von NCCL treffen sich über dieses Netz, an Ports, die vorher niemand kennt. Es würde hängen; es wurde nicht gestartet.</translation>
    </message>
    <message>
        <source>On {spark}: sudo ufw allow from {address} to any. Undo: sudo ufw delete allow from {address} to any. Do so for each other Spark.</source>
        <translation>Auf {spark}: sudo ufw allow from {address} to any. Zurück: sudo ufw delete allow from {address} to any. Dasselbe für jeden anderen Spark.</translation>
    </message>
    <message>
        <source>NCCL {version} ({library}), the same file on all {count} Sparks.</source>
        <translation>NCCL {version} ({library}), dieselbe Datei auf allen {count} Sparks.</translation>
    </message>
    <message>
        <source>It holds code for this GPU ({gpu}): {code}.</source>
        <translation>Sie enthält Code für diese GPU ({gpu}): {code}.</translation>
    </message>
    <message>
        <source>It holds no code for this GPU ({gpu}) itself; the driver translates it: {code}.</source>
        <translation>Sie enthält keinen Code für diese GPU ({gpu}) selbst; der Treiber übersetzt ihn: {code}.</translation>
    </message>
    <message>
        <source>It holds no code for this GPU ({gpu}), only {code}: it will fail or be slow. Install a release for GB10.</source>
        <translation>Sie enthält keinen Code für diese GPU ({gpu}), nur {code}: Sie wird versagen oder langsam sein. Installieren Sie eine Veröffentlichung für GB10.</translation>
    </message>
    <message>
        <source>Each Spark gives at most {mib} MiB of memory to it; the largest size is {largest} MiB.</source>
        <translation>Jeder Spark gibt höchstens {mib} MiB Speicher dafür; die größte Größe ist {largest} MiB.</translation>
    </message>
    <message>
        <source>The driver says that this GPU can hand its memory to the network card (GPUDirect).</source>
        <translation>Der Treiber sagt, dass diese GPU ihren Speicher der Netzwerkkarte übergeben kann (GPUDirect).</translation>
    </message>
    <message>
        <source>No GPUDirect: the driver says that this GPU has none, so NCCL copies through memory first. That is how a Spark is made.</source>
        <translation>Kein GPUDirect: Der Treiber sagt, dass diese GPU es nicht hat, also kopiert NCCL zuerst durch den Speicher. So ist ein Spark gebaut.</translation>
    </message>
    <message>
        <source>There are files with settings for NCCL ({files}). What they set and this test leaves open holds here, too.</source>
        <translation>Es gibt Dateien mit Einstellungen für NCCL ({files}). Was sie setzen und dieser Test offen lässt, gilt auch hier.</translation>
    </message>
    <message>
        <source>The data went by RDMA, over {devices}: NCCL&apos;s log and the counters agree.</source>
        <translation>Die Daten gingen per RDMA über {devices}: NCCLs Protokoll und die Zähler stimmen überein.</translation>
    </message>
    <message>
        <source>NCCL used sockets over {devices} instead of RDMA: many times slower than it could be.</source>
        <translation>NCCL nutzte Sockets über {devices} statt RDMA: um ein Vielfaches langsamer als möglich.</translation>
    </message>
    <message>
        <source>NCCL used sockets over {devices}, which is not the fabric: the cable stood still meanwhile. Look for NCCL_IB_DISABLE and NCCL_SOCKET_IFNAME in /etc/nccl.conf.</source>
        <translation>NCCL nutzte Sockets über {devices}, und das ist nicht der Verbund: Das Kabel stand derweil still. Suchen Sie NCCL_IB_DISABLE und NCCL_SOCKET_IFNAME in /etc/nccl.conf.</translation>
    </message>
    <message>
        <source>NCCL did not use the cable: its data went over another network, by sockets.</source>
        <translation>NCCL nutzte das Kabel nicht: Seine Daten gingen per Sockets über ein anderes Netz.</translation>
    </message>
    <message>
        <source>NCCL gave wrong results: {count} values are not what they must be.</source>
        <translation>NCCL lieferte falsche Ergebnisse: {count} Werte sind nicht, was sie sein müssen.</translation>
    </message>
    <message>
        <source>limited by: the cable, 24.5 GB/s of NCCL&apos;s data at MTU 9000</source>
        <translation>begrenzt durch: das Kabel, 24,5 GB/s von NCCLs Daten bei MTU 9000</translation>
    </message>
    <message>
        <source>limited by: packets of 1500 bytes; an MTU of 9000 brings a fifth more</source>
        <translation>begrenzt durch: Pakete von 1500 Bytes; eine MTU von 9000 bringt ein Fünftel mehr</translation>
    </message>
    <message>
        <source>limited by: the size, which is too small to reach full speed</source>
        <translation>begrenzt durch: die Größe, die für volles Tempo zu klein ist</translation>
    </message>
    <message>
        <source>limited by: the ring of Sparks; NVIDIA&apos;s bar for three of them is 10 GB/s</source>
        <translation>begrenzt durch: den Ring der Sparks; NVIDIAs Marke für drei davon ist 10 GB/s</translation>
    </message>
    <message>
        <source>For this test: only NCCL&apos;s ring moves the bytes that its bandwidth is made of.</source>
        <translation>Für diesen Test: Nur NCCLs Ring bewegt die Bytes, aus denen seine Bandbreite gemacht ist.</translation>
    </message>
    <message>
        <source>For this test: a peer that is gone is found after seconds, not after half a minute.</source>
        <translation>Für diesen Test: Ein verschwundener Partner wird nach Sekunden bemerkt, nicht nach einer halben Minute.</translation>
    </message>
    <message>
        <source>No machine can have the address {address}.</source>
        <translation>Kein Gerät kann die Adresse {address} haben.</translation>
    </message>
    <message>
        <source>It is that of a whole network, or one that is set aside for something else.</source>
        <translation>Sie steht für ein ganzes Netz oder ist für anderes vorgesehen.</translation>
    </message>
    <message>
        <source>Choose one that ends with 1 to 254, for example 10.100.0.1.</source>
        <translation>Wählen Sie eine, die auf 1 bis 254 endet, zum Beispiel 10.100.0.1.</translation>
    </message>
    <message>
        <source>{address} lies outside {subnet}, in which the other end of this lane is.</source>
        <translation>{address} liegt außerhalb von {subnet}, in dem das andere Ende dieser Spur ist.</translation>
    </message>
    <message>
        <source>The ends of a lane reach each other only in one and the same subnet.</source>
        <translation>Die Enden einer Spur erreichen einander nur in ein und demselben Teilnetz.</translation>
    </message>
    <message>
        <source>Give both ends the same first three numbers.</source>
        <translation>Geben Sie beiden Enden dieselben ersten drei Zahlen.</translation>
    </message>
    <message>
        <source>Another end of this lane has the address {address}, too.</source>
        <translation>Ein anderes Ende dieser Spur hat ebenfalls die Adresse {address}.</translation>
    </message>
    <message>
        <source>Two machines with one address cannot reach each other.</source>
        <translation>Zwei Geräte mit einer Adresse erreichen einander nicht.</translation>
    </message>
    <message>
        <source>Choose another last number.</source>
        <translation>Wählen Sie eine andere letzte Zahl.</translation>
    </message>
    <message>
        <source>Lane {lane} has the subnet {subnet} already.</source>
        <translation>Die Spur {lane} hat das Teilnetz {subnet} schon.</translation>
    </message>
    <message>
        <source>Two halves of one Spark in one subnet get in each other&apos;s way: all traffic leaves by one of them.</source>
        <translation>Zwei Hälften eines Sparks in einem Teilnetz stehen einander im Weg: Aller Verkehr geht über eine von ihnen.</translation>
    </message>
    <message>
        <source>Choose another third number.</source>
        <translation>Wählen Sie eine andere dritte Zahl.</translation>
    </message>
    <message>
        <source>The subnet {subnet} overlaps {route}, which a Spark or this computer already uses.</source>
        <translation>Das Teilnetz {subnet} überschneidet sich mit {route}, das ein Spark oder dieser Computer schon benutzt.</translation>
    </message>
    <message>
        <source>Choose another subnet, or leave the choice to Sparkloom.</source>
        <translation>Wählen Sie ein anderes Teilnetz, oder überlassen Sie Sparkloom die Wahl.</translation>
    </message>
    <message>
        <source>{address} lies outside {pool}, the network that the addresses are taken from.</source>
        <translation>{address} liegt außerhalb von {pool}, dem Netz, aus dem die Adressen kommen.</translation>
    </message>
    <message>
        <source>Choose one inside, or empty the field of the network.</source>
        <translation>Wählen Sie eine darin, oder leeren Sie das Feld des Netzes.</translation>
    </message>
    <message>
        <source>On {spark}, {file} makes {interface} a port of a bond or bridge.</source>
        <translation>Auf {spark} macht {file} {interface} zum Teil eines Bonds oder einer Bridge.</translation>
    </message>
    <message>
        <source>Nothing of that could be kept: RDMA needs an address on each half of its own.</source>
        <translation>Davon ließe sich nichts behalten: RDMA braucht auf jeder Hälfte eine eigene Adresse.</translation>
    </message>
    <message>
        <source>Remove the bond or bridge in NetworkManager, then plan again.</source>
        <translation>Nehmen Sie den Bond oder die Bridge in NetworkManager heraus und planen Sie dann neu.</translation>
    </message>
    <message>
        <source>Another file sets {interface} up already as this plan wants it, and NetworkManager may take either.</source>
        <translation>Eine andere Datei richtet {interface} schon so ein, wie dieser Plan es will, und NetworkManager könnte jede von beiden nehmen.</translation>
    </message>
    <message>
        <source>libibverbs is not installed on this Spark.</source>
        <translation>libibverbs ist auf diesem Spark nicht installiert.</translation>
    </message>
    <message>
        <source>Programs reach the RDMA part of the network card through it; so does NCCL.</source>
        <translation>Programme erreichen darüber den RDMA-Teil der Netzwerkkarte; auch NCCL tut das.</translation>
    </message>
    <message>
        <source>On the Spark: sudo apt install libibverbs1 ibverbs-providers</source>
        <translation>Auf dem Spark: sudo apt install libibverbs1 ibverbs-providers</translation>
    </message>
    <message>
        <source>libibverbs is there, but it cannot be loaded.</source>
        <translation>libibverbs ist da, lässt sich aber nicht laden.</translation>
    </message>
    <message>
        <source>Its file is damaged, of another machine, or lacks a library that it needs.</source>
        <translation>Die Datei ist beschädigt, für ein anderes Gerät gemacht, oder ihr fehlt eine Bibliothek.</translation>
    </message>
    <message>
        <source>On the Spark: sudo apt install --reinstall libibverbs1 ibverbs-providers</source>
        <translation>Auf dem Spark: sudo apt install --reinstall libibverbs1 ibverbs-providers</translation>
    </message>
    <message>
        <source>This libibverbs has no {symbol}: {library}</source>
        <translation>Dieses libibverbs hat kein {symbol}: {library}</translation>
    </message>
    <message>
        <source>It is too old, or something else under this name.</source>
        <translation>Es ist zu alt oder etwas anderes unter diesem Namen.</translation>
    </message>
    <message>
        <source>Half {half} ({netdev}) has no RDMA device.</source>
        <translation>Die Hälfte {half} ({netdev}) hat kein RDMA-Gerät.</translation>
    </message>
    <message>
        <source>The kernel&apos;s driver mlx5_ib is not loaded, or this is no NIC with RDMA.</source>
        <translation>Der Treiber mlx5_ib des Kernels ist nicht geladen, oder diese Netzwerkkarte kann kein RDMA.</translation>
    </message>
    <message>
        <source>On the Spark: sudo modprobe mlx5_ib; then look at: ls /sys/class/infiniband</source>
        <translation>Auf dem Spark: sudo modprobe mlx5_ib; danach nachsehen: ls /sys/class/infiniband</translation>
    </message>
    <message>
        <source>The kernel has the RDMA device {device}, but libibverbs does not see any.</source>
        <translation>Der Kernel hat das RDMA-Gerät {device}, aber libibverbs sieht keines.</translation>
    </message>
    <message>
        <source>Its part for this NIC is missing, or a container does not get /dev/infiniband.</source>
        <translation>Sein Teil für diese Netzwerkkarte fehlt, oder ein Container bekommt /dev/infiniband nicht.</translation>
    </message>
    <message>
        <source>On the Spark: sudo apt install ibverbs-providers; then test again.</source>
        <translation>Auf dem Spark: sudo apt install ibverbs-providers; danach noch einmal testen.</translation>
    </message>
    <message>
        <source>The kernel offers no RDMA to programs ({text}).</source>
        <translation>Der Kernel bietet Programmen kein RDMA an ({text}).</translation>
    </message>
    <message>
        <source>The module ib_uverbs is not loaded.</source>
        <translation>Das Modul ib_uverbs ist nicht geladen.</translation>
    </message>
    <message>
        <source>On the Spark: sudo modprobe ib_uverbs; then test again.</source>
        <translation>Auf dem Spark: sudo modprobe ib_uverbs; danach noch einmal testen.</translation>
    </message>
    <message>
        <source>There is no /dev/infiniband, so {device} cannot be opened.</source>
        <translation>Es gibt kein /dev/infiniband, also lässt sich {device} nicht öffnen.</translation>
    </message>
    <message>
        <source>The module ib_uverbs is not loaded, or this is a container that was started without the devices.</source>
        <translation>Das Modul ib_uverbs ist nicht geladen, oder dies ist ein Container, der ohne die Geräte gestartet wurde.</translation>
    </message>
    <message>
        <source>On the Spark: sudo modprobe ib_uverbs. In a container: start it with --device=/dev/infiniband.</source>
        <translation>Auf dem Spark: sudo modprobe ib_uverbs. In einem Container: mit --device=/dev/infiniband starten.</translation>
    </message>
    <message>
        <source>This user may not open the RDMA device {device} ({text}).</source>
        <translation>Dieser Benutzer darf das RDMA-Gerät {device} nicht öffnen ({text}).</translation>
    </message>
    <message>
        <source>/dev/infiniband/uverbs* is open to everybody on a Spark; here somebody changed it.</source>
        <translation>/dev/infiniband/uverbs* steht auf einem Spark allen offen; hier hat das jemand geändert.</translation>
    </message>
    <message>
        <source>On the Spark: ls -l /dev/infiniband; if the files are not rw-rw-rw-, look for a udev rule that says so, or: sudo chmod 0666 /dev/infiniband/uverbs*</source>
        <translation>Auf dem Spark: ls -l /dev/infiniband; sind die Dateien nicht rw-rw-rw-, nach einer udev-Regel dafür suchen, oder: sudo chmod 0666 /dev/infiniband/uverbs*</translation>
    </message>
    <message>
        <source>The RDMA device {device} cannot be opened: {text}.</source>
        <translation>Das RDMA-Gerät {device} lässt sich nicht öffnen: {text}.</translation>
    </message>
    <message>
        <source>The kernel has it, but it does not answer as it should.</source>
        <translation>Der Kernel hat es, aber es antwortet nicht wie es soll.</translation>
    </message>
    <message>
        <source>Look at dmesg on the Spark; a reboot with the cable in brings the NIC up again.</source>
        <translation>In dmesg auf dem Spark nachsehen; ein Neustart mit gestecktem Kabel bringt die Netzwerkkarte wieder hoch.</translation>
    </message>
    <message>
        <source>This agent cannot measure RDMA.</source>
        <translation>Dieser Agent kann RDMA nicht messen.</translation>
    </message>
    <message>
        <source>It is another one than this program brings along.</source>
        <translation>Er ist ein anderer als der, den dieses Programm mitbringt.</translation>
    </message>
    <message>
        <source>Test again; the right one is copied to the Spark by itself.</source>
        <translation>Noch einmal testen; der richtige wird von selbst auf den Spark kopiert.</translation>
    </message>
    <message>
        <source>The RDMA port of {device} is down.</source>
        <translation>Der RDMA-Port von {device} ist ohne Verbindung.</translation>
    </message>
    <message>
        <source>The half has no link, or its interface is not up.</source>
        <translation>Die Hälfte hat keine Verbindung, oder ihre Schnittstelle ist nicht eingeschaltet.</translation>
    </message>
    <message>
        <source>Push the plugs in at both ends, then run: sparkloomctl verify</source>
        <translation>Die Stecker an beiden Enden hineindrücken; danach: sparkloomctl verify</translation>
    </message>
    <message>
        <source>{device} has no RDMA address (GID) for {address} of half {half}.</source>
        <translation>{device} hat keine RDMA-Adresse (GID) für {address} der Hälfte {half}.</translation>
    </message>
    <message>
        <source>The kernel makes one for each IPv4 address of an interface that is up. This address is too new, or it belongs to another interface.</source>
        <translation>Der Kernel macht eine für jede IPv4-Adresse einer eingeschalteten Schnittstelle. Diese Adresse ist zu neu oder gehört einer anderen Schnittstelle.</translation>
    </message>
    <message>
        <source>Run: sparkloomctl verify, then test again. It should be there within a second.</source>
        <translation>Ausführen: sparkloomctl verify, danach noch einmal testen. Innerhalb einer Sekunde sollte sie da sein.</translation>
    </message>
    <message>
        <source>{device} has {address} only as a GID of RoCE v1, or of another interface.</source>
        <translation>{device} hat {address} nur als GID von RoCE v1 oder einer anderen Schnittstelle.</translation>
    </message>
    <message>
        <source>RoCE v1 has no IP header; NCCL and this test use RoCE v2.</source>
        <translation>RoCE v1 hat keinen IP-Kopf; NCCL und dieser Test benutzen RoCE v2.</translation>
    </message>
    <message>
        <source>On the Spark: cat /sys/class/infiniband/{device}/ports/1/gid_attrs/types/* and look for RoCE v2; a reboot of the Spark brings the driver&apos;s usual table back.</source>
        <translation>Auf dem Spark: cat /sys/class/infiniband/{device}/ports/1/gid_attrs/types/* und nach RoCE v2 suchen; ein Neustart des Sparks bringt die übliche Tabelle des Treibers zurück.</translation>
    </message>
    <message>
        <source>{device} has no GID with the index {index}.</source>
        <translation>{device} hat keine GID mit dem Index {index}.</translation>
    </message>
    <message>
        <source>Indices change whenever addresses do.</source>
        <translation>Indizes ändern sich, wann immer Adressen es tun.</translation>
    </message>
    <message>
        <source>Leave the index out: the right one is looked up for each run.</source>
        <translation>Den Index weglassen: Der richtige wird bei jedem Lauf nachgesehen.</translation>
    </message>
    <message>
        <source>{device} of half {half} has no way to the GID of the other end ({text}).</source>
        <translation>{device} der Hälfte {half} hat keinen Weg zur GID des anderen Endes ({text}).</translation>
    </message>
    <message>
        <source>Type, family or subnet of the two GIDs do not fit.</source>
        <translation>Art, Familie oder Subnetz der beiden GIDs passen nicht zusammen.</translation>
    </message>
    <message>
        <source>Both ends need addresses in one subnet and GIDs of the same type. Run: sparkloomctl verify; do not set a GID index by hand.</source>
        <translation>Beide Enden brauchen Adressen in einem Subnetz und GIDs derselben Art. Ausführen: sparkloomctl verify; keinen GID-Index von Hand setzen.</translation>
    </message>
    <message>
        <source>Nothing answers at the other end of half {half} ({peer}).</source>
        <translation>Am anderen Ende der Hälfte {half} antwortet nichts ({peer}).</translation>
    </message>
    <message>
        <source>Neither a ping came back nor an RDMA packet: the cable or the other Spark is gone.</source>
        <translation>Weder ein Ping noch ein RDMA-Paket kam zurück: Das Kabel oder der andere Spark ist weg.</translation>
    </message>
    <message>
        <source>Check the cable and whether the other Spark is on; then run: sparkloomctl verify</source>
        <translation>Das Kabel prüfen, und ob der andere Spark an ist; danach: sparkloomctl verify</translation>
    </message>
    <message>
        <source>A queue pair of {device} could not be connected: {text}.</source>
        <translation>Ein Queue Pair von {device} ließ sich nicht verbinden: {text}.</translation>
    </message>
    <message>
        <source>The NIC or its driver refused what is usual.</source>
        <translation>Die Netzwerkkarte oder ihr Treiber hat abgelehnt, was üblich ist.</translation>
    </message>
    <message>
        <source>Look at dmesg on the Spark; reboot it with the cable in, then test again.</source>
        <translation>In dmesg auf dem Spark nachsehen; mit gestecktem Kabel neu starten, danach noch einmal testen.</translation>
    </message>
    <message>
        <source>This user may lock {limit} KiB of memory, and the test needs {needed} KiB for RDMA on {device}.</source>
        <translation>Dieser Benutzer darf {limit} KiB Arbeitsspeicher festhalten, und der Test braucht {needed} KiB für RDMA über {device}.</translation>
    </message>
    <message>
        <source>What a NIC reads and writes by itself must stay in memory. The limit (RLIMIT_MEMLOCK) holds for NCCL and every job over RDMA, too. SSH takes it up when you sign in.</source>
        <translation>Was eine Netzwerkkarte selbst liest und schreibt, muss im Arbeitsspeicher bleiben. Die Grenze (RLIMIT_MEMLOCK) gilt auch für NCCL und jeden Job über RDMA. SSH übernimmt sie beim Anmelden.</translation>
    </message>
    <message>
        <source>On the Spark write two lines into /etc/security/limits.d/90-memlock.conf: &quot;* soft memlock unlimited&quot; and &quot;* hard memlock unlimited&quot;; then sign in anew. For one process: sudo prlimit --memlock=unlimited --pid PID</source>
        <translation>Auf dem Spark zwei Zeilen in /etc/security/limits.d/90-memlock.conf schreiben: &quot;* soft memlock unlimited&quot; und &quot;* hard memlock unlimited&quot;; danach neu anmelden. Für einen Prozess: sudo prlimit --memlock=unlimited --pid PID</translation>
    </message>
    <message>
        <source>No memory for RDMA on {device} ({what}).</source>
        <translation>Kein Arbeitsspeicher für RDMA über {device} ({what}).</translation>
    </message>
    <message>
        <source>There is too little free memory that does not move. Kernel 7.0.0-1019 has none at all: CmaTotal in /proc/meminfo is 0.</source>
        <translation>Es gibt zu wenig freien Arbeitsspeicher, der an seinem Platz bleibt. Kernel 7.0.0-1019 hat gar keinen: CmaTotal in /proc/meminfo ist 0.</translation>
    </message>
    <message>
        <source>Free memory, or boot another kernel (6.17.0-1031 works; with 7.0.0-1019: the kernel option kho=off).</source>
        <translation>Arbeitsspeicher frei machen oder einen anderen Kernel starten (6.17.0-1031 geht; mit 7.0.0-1019: die Kernel-Option kho=off).</translation>
    </message>
    <message>
        <source>{device} could not make what the test needs ({what}): {text}.</source>
        <translation>{device} konnte nicht anlegen, was der Test braucht ({what}): {text}.</translation>
    </message>
    <message>
        <source>Too many queue pairs, too large ones, or the NIC does not answer.</source>
        <translation>Zu viele Queue Pairs, zu große, oder die Netzwerkkarte antwortet nicht.</translation>
    </message>
    <message>
        <source>Test with fewer queue pairs: --qps 1. If that fails too, reboot the Spark.</source>
        <translation>Mit weniger Queue Pairs testen: --qps 1. Misslingt auch das, den Spark neu starten.</translation>
    </message>
    <message>
        <source>The test would take {wanted} MiB for RDMA; {cap} MiB is the limit.</source>
        <translation>Der Test würde {wanted} MiB für RDMA nehmen; {cap} MiB sind die Grenze.</translation>
    </message>
    <message>
        <source>A Spark&apos;s memory is also its GPU&apos;s; more would not be faster.</source>
        <translation>Der Arbeitsspeicher eines Sparks ist auch der seiner GPU; mehr wäre nicht schneller.</translation>
    </message>
    <message>
        <source>Take smaller messages or fewer queue pairs.</source>
        <translation>Kleinere Nachrichten oder weniger Queue Pairs nehmen.</translation>
    </message>
    <message>
        <source>The link of half {half} ({device}) went down during the test.</source>
        <translation>Die Verbindung der Hälfte {half} ({device}) ging während des Tests verloren.</translation>
    </message>
    <message>
        <source>The NIC said so itself: the cable was pulled, or the other Spark went off.</source>
        <translation>Die Netzwerkkarte hat es selbst gesagt: Das Kabel wurde gezogen, oder der andere Spark ging aus.</translation>
    </message>
    <message>
        <source>Push the plugs in at both ends, then test again.</source>
        <translation>Die Stecker an beiden Enden hineindrücken, danach noch einmal testen.</translation>
    </message>
    <message>
        <source>The other end of half {half} stopped answering RDMA packets ({peer}).</source>
        <translation>Das andere Ende der Hälfte {half} antwortet nicht mehr auf RDMA-Pakete ({peer}).</translation>
    </message>
    <message>
        <source>A packet was sent seven times within half a second without an answer: the other program or Spark is gone, the packets go to the wrong half, or they are too large for the way.</source>
        <translation>Ein Paket wurde innerhalb einer halben Sekunde siebenmal ohne Antwort gesendet: Das andere Programm oder der andere Spark ist weg, die Pakete gehen an die falsche Hälfte, oder sie sind zu groß für den Weg.</translation>
    </message>
    <message>
        <source>Run: sparkloomctl verify. It tells large packets and wrong halves apart.</source>
        <translation>Ausführen: sparkloomctl verify. Es unterscheidet große Pakete und falsche Hälften.</translation>
    </message>
    <message>
        <source>The receiver had no room for a message on half {half}.</source>
        <translation>Der Empfänger hatte auf der Hälfte {half} keinen Platz für eine Nachricht.</translation>
    </message>
    <message>
        <source>Its program does not run any more, or far too slowly.</source>
        <translation>Sein Programm läuft nicht mehr oder viel zu langsam.</translation>
    </message>
    <message>
        <source>Look what else runs on the receiving Spark, then test again.</source>
        <translation>Nachsehen, was auf dem empfangenden Spark sonst läuft, danach noch einmal testen.</translation>
    </message>
    <message>
        <source>The other end of half {half} refused access to its memory.</source>
        <translation>Das andere Ende der Hälfte {half} hat den Zugriff auf seinen Arbeitsspeicher abgelehnt.</translation>
    </message>
    <message>
        <source>Its program started anew meanwhile, or the data went to another Spark.</source>
        <translation>Sein Programm wurde inzwischen neu gestartet, oder die Daten gingen an einen anderen Spark.</translation>
    </message>
    <message>
        <source>Look for a second machine with the address {peer}; then test again.</source>
        <translation>Nach einem zweiten Gerät mit der Adresse {peer} suchen; danach noch einmal testen.</translation>
    </message>
    <message>
        <source>The NIC at the other end of half {half} failed ({text}).</source>
        <translation>Die Netzwerkkarte am anderen Ende der Hälfte {half} ist gescheitert ({text}).</translation>
    </message>
    <message>
        <source>It could not write to or read from its own memory.</source>
        <translation>Sie konnte ihren eigenen Arbeitsspeicher nicht lesen oder beschreiben.</translation>
    </message>
    <message>
        <source>Look at dmesg of the other Spark; reboot it with the cable in.</source>
        <translation>In dmesg des anderen Sparks nachsehen; ihn mit gestecktem Kabel neu starten.</translation>
    </message>
    <message>
        <source>The own NIC {device} refused the memory of the test.</source>
        <translation>Die eigene Netzwerkkarte {device} hat den Arbeitsspeicher des Tests abgelehnt.</translation>
    </message>
    <message>
        <source>That is a mistake of this program, or of the driver.</source>
        <translation>Das ist ein Fehler dieses Programms oder des Treibers.</translation>
    </message>
    <message>
        <source>Test with messages of 64 KiB; report it if it stays.</source>
        <translation>Mit Nachrichten von 64 KiB testen; bleibt es dabei, bitte melden.</translation>
    </message>
    <message>
        <source>A queue pair of half {half} ended without a reason.</source>
        <translation>Ein Queue Pair der Hälfte {half} endete ohne Grund.</translation>
    </message>
    <message>
        <source>The NIC or its driver was reset while it worked.</source>
        <translation>Die Netzwerkkarte oder ihr Treiber wurde während der Arbeit zurückgesetzt.</translation>
    </message>
    <message>
        <source>Look at dmesg on the Spark, then test again.</source>
        <translation>In dmesg auf dem Spark nachsehen, danach noch einmal testen.</translation>
    </message>
    <message>
        <source>RDMA on half {half} failed: {text} (status {status} of {device}).</source>
        <translation>RDMA auf der Hälfte {half} ist gescheitert: {text} (Status {status} von {device}).</translation>
    </message>
    <message>
        <source>The NIC ended the queue pair.</source>
        <translation>Die Netzwerkkarte hat das Queue Pair beendet.</translation>
    </message>
    <message>
        <source>The NIC behind {device} went away during the test.</source>
        <translation>Die Netzwerkkarte hinter {device} verschwand während des Tests.</translation>
    </message>
    <message>
        <source>Its driver gave it up: a failure of the card, or it was unplugged from PCIe.</source>
        <translation>Ihr Treiber hat sie aufgegeben: ein Ausfall der Karte, oder sie wurde von PCIe getrennt.</translation>
    </message>
    <message>
        <source>Look at dmesg on the Spark. Shut it down, pull its power plug for a minute and start it again.</source>
        <translation>In dmesg auf dem Spark nachsehen. Ihn herunterfahren, eine Minute lang den Netzstecker ziehen und wieder starten.</translation>
    </message>
    <message>
        <source>{wrong} of {checked} bytes arrived damaged at half {half} ({device}).</source>
        <translation>{wrong} von {checked} Bytes kamen beschädigt bei der Hälfte {half} ({device}) an.</translation>
    </message>
    <message>
        <source>RDMA protects every packet with two checksums, so the cable is not the first guess: memory or the NIC is.</source>
        <translation>RDMA schützt jedes Paket mit zwei Prüfsummen, also ist das Kabel nicht der erste Verdacht: Arbeitsspeicher oder Netzwerkkarte sind es.</translation>
    </message>
    <message>
        <source>Do not trust this Spark with data. Test its memory, update its firmware.</source>
        <translation>Diesem Spark keine Daten anvertrauen. Seinen Arbeitsspeicher prüfen, seine Firmware aktualisieren.</translation>
    </message>
    <message>
        <source>The data that arrived at half {half} were not compared.</source>
        <translation>Die Daten, die bei der Hälfte {half} ankamen, wurden nicht verglichen.</translation>
    </message>
    <message>
        <source>So nothing proves that they arrived.</source>
        <translation>Also weist nichts nach, dass sie ankamen.</translation>
    </message>
    <message>
        <source>libibverbs did not come back from opening the RDMA device.</source>
        <translation>libibverbs kam vom Öffnen des RDMA-Geräts nicht zurück.</translation>
    </message>
    <message>
        <source>The driver or the NIC hangs. The process of the test was ended.</source>
        <translation>Der Treiber oder die Netzwerkkarte hängt. Der Prozess des Tests wurde beendet.</translation>
    </message>
    <message>
        <source>Look at dmesg on the Spark; reboot it with the cable in.</source>
        <translation>In dmesg auf dem Spark nachsehen; ihn mit gestecktem Kabel neu starten.</translation>
    </message>
    <message>
        <source>libibverbs did not come back from connecting queue pairs.</source>
        <translation>libibverbs kam vom Verbinden der Queue Pairs nicht zurück.</translation>
    </message>
    <message>
        <source>RDMA stood still and told no error.</source>
        <translation>RDMA stand still und meldete keinen Fehler.</translation>
    </message>
    <message>
        <source>The NIC owes an answer for every message. The process of the test was ended.</source>
        <translation>Die Netzwerkkarte schuldet für jede Nachricht eine Antwort. Der Prozess des Tests wurde beendet.</translation>
    </message>
    <message>
        <source>The data that arrived could not be compared in time.</source>
        <translation>Die angekommenen Daten ließen sich nicht rechtzeitig vergleichen.</translation>
    </message>
    <message>
        <source>This Spark is very busy, or the NIC hangs.</source>
        <translation>Dieser Spark ist sehr beschäftigt, oder die Netzwerkkarte hängt.</translation>
    </message>
    <message>
        <source>Look what else runs on the Spark, then test again.</source>
        <translation>Nachsehen, was auf dem Spark sonst läuft, danach noch einmal testen.</translation>
    </message>
    <message>
        <source>The test was not continued from this computer in time.</source>
        <translation>Der Test wurde von diesem Computer nicht rechtzeitig fortgesetzt.</translation>
    </message>
    <message>
        <source>The connection to the Spark was slow or gone.</source>
        <translation>Die Verbindung zum Spark war langsam oder weg.</translation>
    </message>
    <message>
        <source>The process of the RDMA test was ended by signal {signal}.</source>
        <translation>Der Prozess des RDMA-Tests wurde durch Signal {signal} beendet.</translation>
    </message>
    <message>
        <source>libibverbs or its part for this NIC crashed, or memory ran out.</source>
        <translation>libibverbs oder sein Teil für diese Netzwerkkarte ist abgestürzt, oder der Arbeitsspeicher ging aus.</translation>
    </message>
    <message>
        <source>Look at dmesg on the Spark; update libibverbs1 and ibverbs-providers.</source>
        <translation>In dmesg auf dem Spark nachsehen; libibverbs1 und ibverbs-providers aktualisieren.</translation>
    </message>
    <message>
        <source>The process of the RDMA test ended too early (code {code}).</source>
        <translation>Der Prozess des RDMA-Tests endete zu früh (Code {code}).</translation>
    </message>
    <message>
        <source>Somebody ended it, or it could not start.</source>
        <translation>Jemand hat ihn beendet, oder er konnte nicht starten.</translation>
    </message>
    <message>
        <source>The Spark knows nothing of this run any more.</source>
        <translation>Der Spark weiß von diesem Lauf nichts mehr.</translation>
    </message>
    <message>
        <source>It has ended already.</source>
        <translation>Er ist schon zu Ende.</translation>
    </message>
    <message>
        <source>The steps of an RDMA run came in the wrong order.</source>
        <translation>Die Schritte eines RDMA-Laufs kamen in der falschen Reihenfolge.</translation>
    </message>
    <message>
        <source>That is a mistake of this program.</source>
        <translation>Das ist ein Fehler dieses Programms.</translation>
    </message>
    <message>
        <source>Report it.</source>
        <translation>Bitte melden.</translation>
    </message>
    <message>
        <source>limited by: questions and answers of RDMA READ; seen once, 80 Gb/s</source>
        <translation>begrenzt durch: Fragen und Antworten von RDMA READ; einmal gesehen, 80 Gb/s</translation>
    </message>
    <message>
        <source>limited by: cable and PCIe, which carry both directions at once; a tenth may be lost</source>
        <translation>begrenzt durch: Kabel und PCIe, die beide Richtungen zugleich tragen; ein Zehntel darf fehlen</translation>
    </message>
    <message>
        <source>limited by: the cable, {gbps} Gb/s once the headers of RoCE are taken off</source>
        <translation>begrenzt durch: das Kabel, {gbps} Gb/s nach Abzug der Köpfe von RoCE</translation>
    </message>
    <message>
        <source>limited by: headers at MTU 1500</source>
        <translation>begrenzt durch: Köpfe bei MTU 1500</translation>
    </message>
    <message>
        <source>{us} us: as it should be (less than {good}).</source>
        <translation>{us} us: wie es sein soll (weniger als {good}).</translation>
    </message>
    <message>
        <source>{us} us: fine, though less than {good} is what others see.</source>
        <translation>{us} us: in Ordnung, auch wenn andere weniger als {good} sehen.</translation>
    </message>
    <message>
        <source>{us} us is slow: less than {ok} is usual.</source>
        <translation>{us} us sind langsam: Üblich sind weniger als {ok}.</translation>
    </message>
    <message>
        <source>{us} us is far too slow: {slow} and more never comes from a cable.</source>
        <translation>{us} us sind viel zu langsam: {slow} und mehr kommen nie von einem Kabel.</translation>
    </message>
    <message>
        <source>{us} us under full load; nobody has published what is to be expected then.</source>
        <translation>{us} us unter voller Last; was dann zu erwarten ist, hat niemand veröffentlicht.</translation>
    </message>
    <message>
        <source>{us} us; there is nothing to compare it with: no PCIe link of a real half is known.</source>
        <translation>{us} us; es gibt nichts zum Vergleichen: Von keiner echten Hälfte ist hier die PCIe-Verbindung bekannt.</translation>
    </message>
    <message>
        <source>Latency of cable {cable}, half {half}: {from} to {to} and back</source>
        <translation>Latenz von Kabel {cable}, Hälfte {half}: {from} nach {to} und zurück</translation>
    </message>
    <message>
        <source>Latency under load, cable {cable}, half {half}: {from} to {to} and back</source>
        <translation>Latenz unter Last, Kabel {cable}, Hälfte {half}: {from} nach {to} und zurück</translation>
    </message>
    <message>
        <source>{interface} of {spark} (half {half}) has no link.</source>
        <translation>{interface} von {spark} (Hälfte {half}) hat keine Verbindung.</translation>
    </message>
    <message>
        <source>From {from} to {to} (half {half}) nothing can pass: {interface} of {spark} has no link.</source>
        <translation>Von {from} zu {to} (Hälfte {half}) kommt nichts durch: {interface} von {spark} hat keine Verbindung.</translation>
    </message>
    <message>
        <source>The cable at {interface} of {spark} is out, loose or broken. Push its plugs in until they click at both ends, then verify again.</source>
        <translation>Das Kabel an {interface} von {spark} ist draußen, locker oder defekt. Drücken Sie seine Stecker an beiden Enden, bis sie klicken, und prüfen Sie dann noch einmal.</translation>
    </message>
    <message>
        <source>Half {half} of {spark} ({interface}) is in one subnet with its half {other}: everything leaves through one of them.</source>
        <translation>Hälfte {half} von {spark} ({interface}) liegt mit der Hälfte {other} in einem Subnetz: Alles geht über eine von beiden hinaus.</translation>
    </message>
    <message>
        <source>The kernel did not change a bond of the fabric ({path}).</source>
        <translation>Der Kernel hat einen Bond des Verbunds nicht geändert ({path}).</translation>
    </message>
    <message>
        <source>Its halves are either still in it or not in it again.</source>
        <translation>Die Hälften sind entweder noch darin oder nicht wieder darin.</translation>
    </message>
    <message>
        <source>Look at &quot;ip -d link&quot; on that Spark, then try again.</source>
        <translation>„ip -d link“ auf diesem Spark ansehen, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>The bond {bond} has ports that are no part of the fabric, or carries this connection.</source>
        <translation>Der Bond {bond} hat Ports, die nicht zum Verbund gehören, oder er trägt diese Verbindung.</translation>
    </message>
    <message>
        <source>Taking it apart would cut them off. Nothing was changed.</source>
        <translation>Ihn aufzulösen würde sie abschneiden. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Take the halves out of {bond} on the Spark, then plan again.</source>
        <translation>Die Hälften auf dem Spark aus {bond} herausnehmen, dann neu planen.</translation>
    </message>
    <message>
        <source>The set-up does not stay: the Sparks take it back by themselves.</source>
        <translation>Die Einrichtung bleibt nicht: Die Sparks nehmen sie von selbst zurück.</translation>
    </message>
    <message>
        <source>Something failed before it was final, and not every Spark could be told.</source>
        <translation>Etwas ging schief, bevor es endgültig war, und nicht jeder Spark war zu erreichen.</translation>
    </message>
    <message>
        <source>See above what failed and how long it takes, mend that, and run the command again.</source>
        <translation>Siehe oben, was schiefging und wie lange es dauert; das beheben und den Befehl noch einmal ausführen.</translation>
    </message>
    <message>
        <source>Copy the library to these Sparks?</source>
        <translation>Die Bibliothek auf diese Sparks kopieren?</translation>
    </message>
    <message>
        <source>Take these copies back?</source>
        <translation>Diese Kopien zurücknehmen?</translation>
    </message>
    <message>
        <source>--undo and --from do not go together.</source>
        <translation>--undo und --from passen nicht zusammen.</translation>
    </message>
    <message>
        <source>One takes copies back, the other makes them. Nothing was done.</source>
        <translation>Das eine nimmt Kopien zurück, das andere macht welche. Es wurde nichts getan.</translation>
    </message>
    <message>
        <source>Leave one of them out.</source>
        <translation>Lassen Sie eines davon weg.</translation>
    </message>
    <message>
        <source>{spark} has a copy of NCCL {version} of {from} since {at:moment}: {path}.</source>
        <translation>{spark} hat seit {at:moment} eine Kopie von NCCL {version} von {from}: {path}.</translation>
    </message>
    <message>
        <source>No Spark has a copy.</source>
        <translation>Kein Spark hat eine Kopie.</translation>
    </message>
    <message>
        <source>The copies are gone from {sparks}.</source>
        <translation>Die Kopien sind weg von {sparks}.</translation>
    </message>
    <message>
        <source>All Sparks have the same file, NCCL {version}. Nothing to do.</source>
        <translation>Alle Sparks haben dieselbe Datei, NCCL {version}. Es ist nichts zu tun.</translation>
    </message>
    <message>
        <source>{sparks} can be tested with NCCL now: the copy has the right hash, and it loads.</source>
        <translation>{sparks} lässt sich jetzt mit NCCL testen: Die Kopie hat den richtigen Hash, und sie lässt sich laden.</translation>
    </message>
    <message>
        <source>{spark}, {cage:socket}: the device &quot;{device}&quot; says that this cable is in its socket &quot;{port}&quot; (LLDP).</source>
        <translation>{spark}, {cage:socket}: Das Gerät „{device}“ sagt, dass dieses Kabel in seiner Buchse „{port}“ steckt (LLDP).</translation>
    </message>
    <message>
        <source>Let Sparkloom copy the same file to all (sparkloomctl nccl), install the same version on every Spark, or name the right file.</source>
        <translation>Lassen Sie Sparkloom dieselbe Datei auf alle kopieren (sparkloomctl nccl), installieren Sie auf jedem Spark dieselbe Version, oder nennen Sie die richtige Datei.</translation>
    </message>
    <message>
        <source>{path} is no library of NCCL that could be copied.</source>
        <translation>{path} ist keine Bibliothek von NCCL, die sich kopieren ließe.</translation>
    </message>
    <message>
        <source>It is no plain file of that name, or larger than 2 GiB.</source>
        <translation>Es ist keine einfache Datei dieses Namens oder größer als 2 GiB.</translation>
    </message>
    <message>
        <source>Copy from another Spark, or install the package libnccl2.</source>
        <translation>Kopieren Sie von einem anderen Spark, oder installieren Sie das Paket libnccl2.</translation>
    </message>
    <message>
        <source>{path} is a link, somebody else&apos;s, or others can write to it.</source>
        <translation>{path} ist ein Verweis, gehört jemand anderem, oder andere können hineinschreiben.</translation>
    </message>
    <message>
        <source>Whoever can write there decides what the test loads. Nothing was copied.</source>
        <translation>Wer dort schreiben kann, bestimmt, was der Test lädt. Es wurde nichts kopiert.</translation>
    </message>
    <message>
        <source>Make it a folder of your own that only you can write to.</source>
        <translation>Machen Sie daraus einen eigenen Ordner, in den nur Sie schreiben können.</translation>
    </message>
    <message>
        <source>The copy needs {mib} MiB, and only {free} MiB are free in the home folder.</source>
        <translation>Die Kopie braucht {mib} MiB, und im persönlichen Ordner sind nur {free} MiB frei.</translation>
    </message>
    <message>
        <source>256 MiB are left to others. Nothing was copied.</source>
        <translation>256 MiB bleiben für anderes frei. Es wurde nichts kopiert.</translation>
    </message>
    <message>
        <source>Make room, then try again.</source>
        <translation>Schaffen Sie Platz, und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>The copy of NCCL&apos;s library is not the file that was to be copied.</source>
        <translation>Die Kopie der Bibliothek von NCCL ist nicht die Datei, die kopiert werden sollte.</translation>
    </message>
    <message>
        <source>Its hash is another one: the file was replaced meanwhile, or damaged on its way. Nothing of it was kept.</source>
        <translation>Ihr Hash ist ein anderer: Die Datei wurde inzwischen ersetzt oder unterwegs beschädigt. Nichts davon wurde behalten.</translation>
    </message>
    <message>
        <source>{spark} has NCCL {version}: {path}, {mib} MiB, SHA-256 {sha256}.</source>
        <translation>{spark} hat NCCL {version}: {path}, {mib} MiB, SHA-256 {sha256}.</translation>
    </message>
    <message>
        <source>{spark} gets a copy: {path}.</source>
        <translation>{spark} bekommt eine Kopie: {path}.</translation>
    </message>
    <message>
        <source>It has none.</source>
        <translation>Er hat keine.</translation>
    </message>
    <message>
        <source>It has NCCL {version} ({path}), which stays where it is.</source>
        <translation>Er hat NCCL {version} ({path}); sie bleibt, wo sie ist.</translation>
    </message>
    <message>
        <source>Only a bond of nothing but the fabric, that nothing else uses, is taken apart by Sparkloom itself.</source>
        <translation>Sparkloom löst von selbst nur einen Bond auf, der aus nichts als dem Verbund besteht und den sonst nichts benutzt.</translation>
    </message>
    <message>
        <source>It ties {interface} and its siblings together as {bond}. A bond does nothing for RDMA, and no half in it can have the address that RDMA needs. {bond} is taken apart; undo puts it back.</source>
        <translation>Sie fasst {interface} mit den Geschwistern zu {bond} zusammen. Ein Bond nützt RDMA nichts, und keine Hälfte darin kann die Adresse haben, die RDMA braucht. {bond} wird aufgelöst; Rückgängigmachen stellt ihn wieder her.</translation>
    </message>
    <message>
        <source>Go to the page Prove and choose Prove again: it says what is wrong, and where.</source>
        <translation>Auf der Seite Nachweisen „Noch einmal“ wählen: Dort steht, was nicht stimmt und wo.</translation>
    </message>
    <message>
        <source>Push the plugs in at both ends, then go to the page Prove and choose Prove again.</source>
        <translation>Die Stecker an beiden Enden hineindrücken, dann auf der Seite Nachweisen „Noch einmal“ wählen.</translation>
    </message>
    <message>
        <source>Go to the page Prove and choose Prove again, then test again.</source>
        <translation>Auf der Seite Nachweisen „Noch einmal“ wählen, dann noch einmal testen.</translation>
    </message>
    <message>
        <source>Go to the page Prove and choose Prove again: it says whether the right half answers. A firewall must let this half in; on the Spark: sudo ufw allow in on INTERFACE</source>
        <translation>Auf der Seite Nachweisen „Noch einmal“ wählen: Dort steht, ob die richtige Hälfte antwortet. Eine Firewall muss diese Hälfte hereinlassen; auf dem Spark: sudo ufw allow in on SCHNITTSTELLE</translation>
    </message>
    <message>
        <source>Set up again: go to the page Review, look at the plan and apply it.</source>
        <translation>Noch einmal einrichten: auf der Seite Durchsehen den Plan ansehen und anwenden.</translation>
    </message>
    <message>
        <source>The MTU differs between the two ends. Set up again from the page Review. If this cable leads to storage or through a switch, choose that form on the page Topology first.</source>
        <translation>Die MTU ist an den beiden Enden verschieden. Von der Seite Durchsehen aus noch einmal einrichten. Führt dieses Kabel zu einem Netzwerkspeicher oder über einen Switch, zuerst auf der Seite Form diese Form wählen.</translation>
    </message>
    <message>
        <source>Go to the page Review: the plan is made anew there.</source>
        <translation>Zur Seite Durchsehen gehen: Dort wird der Plan neu gemacht.</translation>
    </message>
    <message>
        <source>Wait a moment, then go to the page Review: it reads anew how the Sparks stand.</source>
        <translation>Einen Augenblick warten, dann zur Seite Durchsehen gehen: Dort wird neu gelesen, wie die Sparks stehen.</translation>
    </message>
    <message>
        <source>Open the cluster again from the page Start: it offers to finish it.</source>
        <translation>Den Cluster von der Startseite aus noch einmal öffnen: Dort lässt es sich zu Ende bringen.</translation>
    </message>
    <message>
        <source>Open the cluster again from the page Start: it offers to finish it or to take it back.</source>
        <translation>Den Cluster von der Startseite aus noch einmal öffnen: Dort lässt es sich zu Ende bringen oder zurücknehmen.</translation>
    </message>
    <message>
        <source>Try again from the page Review.</source>
        <translation>Von der Seite Durchsehen aus noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Switch the VPN off, then go to the page Review again.</source>
        <translation>Das VPN ausschalten, dann noch einmal zur Seite Durchsehen gehen.</translation>
    </message>
    <message>
        <source>Type other addresses into the table on the page Review.</source>
        <translation>Auf der Seite Durchsehen andere Adressen in die Tabelle eingeben.</translation>
    </message>
    <message>
        <source>Sign in to it on the page Sign in, then test again.</source>
        <translation>Auf der Seite Anmelden bei ihm anmelden, dann noch einmal testen.</translation>
    </message>
    <message>
        <source>Choose all cables, or another one.</source>
        <translation>Alle Kabel wählen oder ein anderes.</translation>
    </message>
    <message>
        <source>Choose two others, or test all of them.</source>
        <translation>Zwei andere wählen oder alle testen.</translation>
    </message>
    <message>
        <source>Take NCCL_IB_DISABLE and NCCL_SOCKET_IFNAME out of /etc/nccl.conf on each Spark; in a container give it /dev/infiniband. The settings for jobs are on the page Prove, to copy.</source>
        <translation>Auf jedem Spark NCCL_IB_DISABLE und NCCL_SOCKET_IFNAME aus /etc/nccl.conf nehmen; einem Container /dev/infiniband geben. Die Einstellungen für Aufträge stehen auf der Seite Nachweisen, zum Kopieren.</translation>
    </message>
    <message>
        <source>Test again. If it stays, reboot the Spark.</source>
        <translation>Noch einmal testen. Bleibt es so, den Spark neu starten.</translation>
    </message>
    <message>
        <source>Choose Which cable is this? instead, then pull the cable: its place is said.</source>
        <translation>Stattdessen „Welches Kabel ist das?“ wählen und das Kabel ziehen: Dann steht da, wo es steckte.</translation>
    </message>
    <message>
        <source>Wait until it has ended, then try again from the page Review.</source>
        <translation>Warten, bis es zu Ende ist, dann von der Seite Durchsehen aus noch einmal versuchen.</translation>
    </message>
    <message>
        <source>If you reinstalled it: read its fingerprint at the Spark itself and confirm it on the page Sign in. If not, find out what answers at its address.</source>
        <translation>Wenn Sie ihn neu installiert haben: den Fingerabdruck am Spark selbst lesen und auf der Seite Anmelden bestätigen. Wenn nicht, herausfinden, was unter seiner Adresse antwortet.</translation>
    </message>
    <message>
        <source>If you reinstalled it: read its fingerprint at the Spark itself and confirm it on the page Sign in.</source>
        <translation>Wenn Sie ihn neu installiert haben: den Fingerabdruck am Spark selbst lesen und auf der Seite Anmelden bestätigen.</translation>
    </message>
    <message>
        <source>If the Spark was reinstalled, confirm its new key on the page Sign in.</source>
        <translation>Wurde der Spark neu installiert, seinen neuen Schlüssel auf der Seite Anmelden bestätigen.</translation>
    </message>
    <message>
        <source>Install the updates of this computer.</source>
        <translation>Die Aktualisierungen dieses Computers installieren.</translation>
    </message>
    <message>
        <source>Mend it. Without it the names of the Sparks are not known to ssh.</source>
        <translation>In Ordnung bringen. Ohne sie kennt ssh die Namen der Sparks nicht.</translation>
    </message>
    <message>
        <source>Open another window (Ctrl+N) and make a second cluster there.</source>
        <translation>Ein weiteres Fenster öffnen (Strg+N) und dort einen zweiten Cluster anlegen.</translation>
    </message>
    <message>
        <source>The switch lets only smaller packets through. Raise MTU and L2MTU on its ports, then prove again; or set up again from the page Review, which then uses what passes.</source>
        <translation>Der Switch lässt nur kleinere Pakete durch. MTU und L2MTU an seinen Ports erhöhen, dann noch einmal nachweisen; oder von der Seite Durchsehen aus noch einmal einrichten, dann gilt, was durchkommt.</translation>
    </message>
    <message>
        <source>Only Sparkloom&apos;s tests take the copy, other programs go on with what they have. No root is needed; --undo takes it back.</source>
        <translation>Nur die Tests von Sparkloom nehmen die Kopie, andere Programme arbeiten weiter mit dem, was sie haben. root ist nicht nötig; --undo nimmt sie zurück.</translation>
    </message>
    <message>
        <source>{sparks}: an earlier set-up stands. Another undo takes that one back, too.</source>
        <translation>{sparks}: Eine frühere Einrichtung besteht. Nochmals rückgängig machen nimmt auch diese zurück.</translation>
    </message>
    <message>
        <source>Cable {cable}, half {half}, beside iperf3: {from} to {to}</source>
        <translation>Kabel {cable}, Hälfte {half}, neben iperf3: {from} an {to}</translation>
    </message>
    <message>
        <source>{count} pairs at once, through the switch</source>
        <translation>{count} Paare gleichzeitig, durch den Switch</translation>
    </message>
    <message>
        <source>iperf3 is not installed on {sparks}, so there is no second opinion. Nothing is needed: Sparkloom measures TCP by itself.</source>
        <translation>iperf3 ist auf {sparks} nicht installiert, also gibt es keine zweite Meinung. Nötig ist nichts: Sparkloom misst TCP selbst.</translation>
    </message>
    <message>
        <source>iperf3 agrees: our figures are {least} to {most} times as large as its own.</source>
        <translation>iperf3 stimmt zu: Unsere Werte sind {least}- bis {most}-mal so groß wie seine.</translation>
    </message>
    <message>
        <source>iperf3 comes to other figures: ours are {least} to {most} times as large as its own. What is the same in both is the cable; look at the cores that each program used, and measure again.</source>
        <translation>iperf3 kommt auf andere Werte: Unsere sind {least}- bis {most}-mal so groß wie seine. Das Kabel ist in beiden Fällen dasselbe; sehen Sie nach, wie viele Kerne jedes Programm belegt hat, und messen Sie noch einmal.</translation>
    </message>
    <message>
        <source>iperf3 {version} on {spark} drives all its streams from one thread, which fills one core (from 3.16 on each stream has its own); Sparkloom has a thread for each stream.</source>
        <translation>iperf3 {version} auf {spark} treibt alle seine Ströme aus einem Thread, der einen Kern füllt (ab 3.16 hat jeder Strom einen eigenen); Sparkloom hat für jeden Strom einen Thread.</translation>
    </message>
    <message>
        <source>What differs: iperf3 is bound to the address of the half and not to its interface, warms up for a whole second, and does not look at the counters of the wire.</source>
        <translation>Was sich unterscheidet: iperf3 ist an die Adresse der Hälfte gebunden und nicht an ihre Schnittstelle, läuft eine ganze Sekunde warm und sieht nicht auf die Zähler der Leitung.</translation>
    </message>
    <message>
        <source>iperf3 could not measure.</source>
        <translation>iperf3 konnte nicht messen.</translation>
    </message>
    <message>
        <source>Its own words stand below. Sparkloom&apos;s own figures do not hang on it.</source>
        <translation>Seine eigenen Worte stehen darunter. Sparklooms Werte hängen nicht davon ab.</translation>
    </message>
    <message>
        <source>Look whether the Sparks reach each other over this half. If they do, measure without it.</source>
        <translation>Sehen Sie nach, ob sich die Sparks über diese Hälfte erreichen. Wenn ja, messen Sie ohne iperf3.</translation>
    </message>
    <message>
        <source>iperf3 ended without a figure that can be read.</source>
        <translation>iperf3 endete ohne einen Wert, der sich lesen lässt.</translation>
    </message>
    <message>
        <source>It may be a version that writes another document.</source>
        <translation>Vielleicht ist es eine Version, die ein anderes Dokument schreibt.</translation>
    </message>
    <message>
        <source>Measure without it: Sparkloom does not need it.</source>
        <translation>Messen Sie ohne: Sparkloom braucht es nicht.</translation>
    </message>
    <message>
        <source>iperf3 did not end in time and was ended.</source>
        <translation>iperf3 endete nicht rechtzeitig und wurde beendet.</translation>
    </message>
    <message>
        <source>It waits for something that does not come.</source>
        <translation>Es wartet auf etwas, das nicht kommt.</translation>
    </message>
    <message>
        <source>Nobody can run iperf3 here.</source>
        <translation>Hier kann niemand iperf3 starten.</translation>
    </message>
    <message>
        <source>This machine has no way to start it.</source>
        <translation>Dieser Computer hat keinen Weg, es zu starten.</translation>
    </message>
    <message>
        <source>--cross-check goes with the test tcp only.</source>
        <translation>--cross-check gibt es nur beim Test tcp.</translation>
    </message>
    <message>
        <source>iperf3, which gives the second figure, measures TCP.</source>
        <translation>iperf3, von dem der zweite Wert kommt, misst TCP.</translation>
    </message>
    <message>
        <source>Example: sparkloomctl test tcp --cross-check</source>
        <translation>Beispiel: sparkloomctl test tcp --cross-check</translation>
    </message>
    <message>
        <source>Only Sparkloom&apos;s tests take the copy, other programs go on with what they have. No root is needed. The page Tests takes it back again.</source>
        <translation>Nur Sparklooms Tests nehmen die Kopie, andere Programme machen mit dem weiter, was sie haben. Root ist nicht nötig. Die Seite Tests nimmt sie auch wieder zurück.</translation>
    </message>
    <message>
        <source>The cables are proven without it. To test NCCL: sparkloomctl nccl copies the library of a Spark that has it, or fetches the package libnccl2, and takes it back again. Then: sparkloomctl test nccl</source>
        <translation>Die Kabel sind auch ohne NCCL nachgewiesen. Um NCCL zu testen: sparkloomctl nccl kopiert die Bibliothek eines Sparks, der sie hat, oder holt das Paket libnccl2, und nimmt es wieder zurück. Dann: sparkloomctl test nccl</translation>
    </message>
    <message>
        <source>{spark}: {device} said during the test: {text}.</source>
        <translation>{spark}: {device} meldete während des Tests: {text}.</translation>
    </message>
    <message>
        <source>Fetch the package and put its library on these Sparks?</source>
        <translation>Das Paket holen und seine Bibliothek auf diese Sparks legen?</translation>
    </message>
    <message>
        <source>{spark} has NCCL {version} out of the package libnccl2 {package} of {repository} since {at:moment}: {path}.</source>
        <translation>{spark} hat seit {at:moment} NCCL {version} aus dem Paket libnccl2 {package} von {repository}: {path}.</translation>
    </message>
    <message>
        <source>Let Sparkloom copy the library of another Spark or fetch the package libnccl2 (sparkloomctl nccl), or name the file.</source>
        <translation>Lassen Sie Sparkloom die Bibliothek eines anderen Sparks kopieren oder das Paket libnccl2 holen (sparkloomctl nccl), oder nennen Sie die Datei.</translation>
    </message>
    <message>
        <source>No Spark has NCCL&apos;s library, and the repositories of none of them offer the package libnccl2.</source>
        <translation>Kein Spark hat die Bibliothek von NCCL, und bei keinem bieten die Paketquellen das Paket libnccl2 an.</translation>
    </message>
    <message>
        <source>NCCL was not tested. The RDMA test proves the cables without it.</source>
        <translation>NCCL wurde nicht getestet. Der RDMA-Test weist die Kabel auch ohne NCCL nach.</translation>
    </message>
    <message>
        <source>Add NVIDIA&apos;s repository to one of them and read its lists (sudo apt update), then try again; or name a library that you have.</source>
        <translation>Fügen Sie bei einem davon NVIDIAs Paketquelle hinzu und lesen Sie ihre Listen ein (sudo apt update), dann versuchen Sie es noch einmal; oder nennen Sie eine Bibliothek, die Sie haben.</translation>
    </message>
    <message>
        <source>This Spark has no apt, so it can fetch no package.</source>
        <translation>Dieser Spark hat kein apt, also kann er kein Paket holen.</translation>
    </message>
    <message>
        <source>It runs another distribution, or apt was taken away.</source>
        <translation>Auf ihm läuft eine andere Distribution, oder apt wurde entfernt.</translation>
    </message>
    <message>
        <source>Install NCCL on it as its distribution does, or name a library that you have.</source>
        <translation>Installieren Sie NCCL dort so, wie es seine Distribution tut, oder nennen Sie eine Bibliothek, die Sie haben.</translation>
    </message>
    <message>
        <source>None of this Spark&apos;s repositories offers the package libnccl2.</source>
        <translation>Keine Paketquelle dieses Sparks bietet das Paket libnccl2 an.</translation>
    </message>
    <message>
        <source>NVIDIA&apos;s repository is not among its sources, or its lists were never read.</source>
        <translation>NVIDIAs Paketquelle ist nicht darunter, oder ihre Listen wurden nie eingelesen.</translation>
    </message>
    <message>
        <source>Add NVIDIA&apos;s repository and read its lists (sudo apt update), then try again.</source>
        <translation>Fügen Sie NVIDIAs Paketquelle hinzu und lesen Sie ihre Listen ein (sudo apt update), dann versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The package libnccl2 was not fetched: its repository was not reached.</source>
        <translation>Das Paket libnccl2 wurde nicht geholt: Seine Paketquelle war nicht zu erreichen.</translation>
    </message>
    <message>
        <source>The Spark has no way to the internet, or a proxy is missing from apt&apos;s settings. Nothing was kept.</source>
        <translation>Der Spark hat keinen Weg ins Internet, oder in den Einstellungen von apt fehlt ein Proxy. Nichts wurde behalten.</translation>
    </message>
    <message>
        <source>Give the Spark a way to the internet for a while, then try again; or name a library that you have.</source>
        <translation>Geben Sie dem Spark für eine Weile einen Weg ins Internet, dann versuchen Sie es noch einmal; oder nennen Sie eine Bibliothek, die Sie haben.</translation>
    </message>
    <message>
        <source>The repository has no longer the version of libnccl2 that its lists name.</source>
        <translation>Die Paketquelle hat die Version von libnccl2 nicht mehr, die ihre Listen nennen.</translation>
    </message>
    <message>
        <source>The lists on the Spark are older than the repository. Nothing was kept.</source>
        <translation>Die Listen auf dem Spark sind älter als die Paketquelle. Nichts wurde behalten.</translation>
    </message>
    <message>
        <source>Read them anew (sudo apt update), then try again.</source>
        <translation>Lesen Sie sie neu ein (sudo apt update), dann versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>apt refused the package libnccl2: its signature or its hash is not right.</source>
        <translation>apt hat das Paket libnccl2 abgelehnt: Seine Signatur oder sein Hash stimmt nicht.</translation>
    </message>
    <message>
        <source>The repository&apos;s key is missing or has expired, its lists are old, or somebody put another file in its place. Nothing was kept.</source>
        <translation>Der Schlüssel der Paketquelle fehlt oder ist abgelaufen, ihre Listen sind alt, oder jemand hat eine andere Datei an seine Stelle gelegt. Nichts wurde behalten.</translation>
    </message>
    <message>
        <source>Read the lists anew (sudo apt update) and look at what it says of keys. Do not switch the check off.</source>
        <translation>Lesen Sie die Listen neu ein (sudo apt update) und sehen Sie nach, was dabei über Schlüssel gesagt wird. Schalten Sie die Prüfung nicht ab.</translation>
    </message>
    <message>
        <source>The package libnccl2 was not fetched or unpacked: the disk is full.</source>
        <translation>Das Paket libnccl2 wurde nicht geholt oder nicht ausgepackt: Der Datenträger ist voll.</translation>
    </message>
    <message>
        <source>Nothing of it was kept.</source>
        <translation>Nichts davon wurde behalten.</translation>
    </message>
    <message>
        <source>Fetching or unpacking the package libnccl2 took too long.</source>
        <translation>Das Paket libnccl2 zu holen oder auszupacken hat zu lange gedauert.</translation>
    </message>
    <message>
        <source>The network or the disk is very slow, or apt waits for something. Nothing was kept.</source>
        <translation>Netz oder Datenträger sind sehr langsam, oder apt wartet auf etwas. Nichts wurde behalten.</translation>
    </message>
    <message>
        <source>Look at the network, then try again.</source>
        <translation>Sehen Sie nach dem Netz, dann versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>apt or dpkg could not fetch or unpack the package libnccl2.</source>
        <translation>apt oder dpkg konnte das Paket libnccl2 nicht holen oder nicht auspacken.</translation>
    </message>
    <message>
        <source>The details hold what it said. Nothing was kept.</source>
        <translation>Was es dazu sagte, steht in den Einzelheiten. Nichts wurde behalten.</translation>
    </message>
    <message>
        <source>Try on the Spark itself (apt-get download libnccl2): it says the same.</source>
        <translation>Versuchen Sie es auf dem Spark selbst (apt-get download libnccl2): Dort steht dasselbe.</translation>
    </message>
    <message>
        <source>The package libnccl2 holds what no package of NCCL does: {entry}</source>
        <translation>Das Paket libnccl2 enthält, was kein Paket von NCCL enthält: {entry}</translation>
    </message>
    <message>
        <source>It is another package of that name, or somebody made it to do harm. Nothing of it was kept, and no program in it was started.</source>
        <translation>Es ist ein anderes Paket dieses Namens, oder jemand will damit Schaden anrichten. Nichts davon wurde behalten, und kein Programm darin wurde gestartet.</translation>
    </message>
    <message>
        <source>Look at where the repository comes from, and install NCCL from NVIDIA&apos;s.</source>
        <translation>Sehen Sie nach, woher die Paketquelle kommt, und installieren Sie NCCL aus der von NVIDIA.</translation>
    </message>
    <message>
        <source>The package libnccl2 holds no library of NCCL for this machine.</source>
        <translation>Das Paket libnccl2 enthält keine Bibliothek von NCCL für dieses Gerät.</translation>
    </message>
    <message>
        <source>It is another package of that name, or one for another processor.</source>
        <translation>Es ist ein anderes Paket dieses Namens oder eines für einen anderen Prozessor.</translation>
    </message>
    <message>
        <source>No Spark has NCCL. {spark} fetches the package libnccl2 {version}, {mib} MiB, from {repository}.</source>
        <translation>Kein Spark hat NCCL. {spark} holt das Paket libnccl2 {version}, {mib} MiB, von {repository}.</translation>
    </message>
    <message>
        <source>apt checks the repository&apos;s signature. Only libnccl.so.2 is taken out of the package, to {path}: nothing is installed, and nothing of the system changes.</source>
        <translation>apt prüft die Signatur der Paketquelle. Aus dem Paket wird nur libnccl.so.2 genommen, nach {path}: Nichts wird installiert, und am System ändert sich nichts.</translation>
    </message>
    <message>
        <source>No Spark can have an address in the network {pool}.</source>
        <translation>Im Netz {pool} kann kein Spark eine Adresse haben.</translation>
    </message>
    <message>
        <source>It is set aside for something else: this machine itself, link-local or multicast.</source>
        <translation>Es ist für anderes vorgesehen: für das Gerät selbst, verbindungslokale Adressen oder Multicast.</translation>
    </message>
    <message>
        <source>Choose a private network, for example --pool 10.100.0.0/16</source>
        <translation>Wählen Sie ein privates Netz, zum Beispiel --pool 10.100.0.0/16</translation>
    </message>
    <message>
        <source>Copy it from a Spark that has it, or let one fetch the package libnccl2, on the page Tests; then test again.</source>
        <translation>Kopieren Sie sie auf der Seite Tests von einem Spark, der sie hat, oder lassen Sie dort einen das Paket libnccl2 holen; dann testen Sie noch einmal.</translation>
    </message>
    <message>
        <source>The cables are proven without it. To test NCCL: copy it from a Spark that has it, or let one fetch the package libnccl2, on the page Tests; then test again.</source>
        <translation>Die Kabel sind auch ohne NCCL nachgewiesen. Um NCCL zu testen: Kopieren Sie sie auf der Seite Tests von einem Spark, der sie hat, oder lassen Sie dort einen das Paket libnccl2 holen; dann testen Sie noch einmal.</translation>
    </message>
    <message>
        <source>{sparks}: set up as {cluster} by {owner}, the last time on {when:moment}.</source>
        <translation>{sparks}: als {cluster} von {owner} eingerichtet, zuletzt am {when:moment}.</translation>
    </message>
    <message>
        <source>If another computer set it up: sign in to all Sparks of the cluster, and take it over where that is offered.</source>
        <translation>Falls ein anderer Computer ihn eingerichtet hat: bei allen Sparks des Clusters anmelden und ihn übernehmen, wo das angeboten wird.</translation>
    </message>
    <message>
        <source>If it is to join the others: take it off the list on the page Find, take the cluster over, then choose it again.</source>
        <translation>Falls er zu den anderen kommen soll: ihn auf der Seite Finden von der Liste nehmen, den Cluster übernehmen, dann ihn wieder wählen.</translation>
    </message>
    <message>
        <source>Take the Sparks of one of them off the list on the page Find. The other cluster has room in another window (Ctrl+N).</source>
        <translation>Auf der Seite Finden die Sparks des einen von der Liste nehmen. Der andere Cluster hat in einem weiteren Fenster Platz (Strg+N).</translation>
    </message>
    <message>
        <source>Take it off the list on the page Find and take over the others. To let it join again, choose it afterwards.</source>
        <translation>Ihn auf der Seite Finden von der Liste nehmen und die anderen übernehmen. Soll er wieder dazukommen, ihn danach wählen.</translation>
    </message>
    <message>
        <source>Take it off the list on the page Find, then take over the others and leave it out. To let it join again, choose it afterwards.</source>
        <translation>Ihn auf der Seite Finden von der Liste nehmen, dann die anderen übernehmen und ihn auslassen. Soll er wieder dazukommen, ihn danach wählen.</translation>
    </message>
    <message>
        <source>Choose every Spark of the cluster on the page Find. What would have to be changed on these is shown on the page Review.</source>
        <translation>Auf der Seite Finden jeden Spark des Clusters wählen. Was auf diesen zu ändern wäre, zeigt die Seite Durchsehen.</translation>
    </message>
    <message>
        <source>Nothing was done on {sparks}: the others go on without it. Should it come back, it may still have addresses of this cluster: keep its cables unplugged until everything of Sparkloom is taken off it, or it is installed anew.</source>
        <translation>Auf {sparks} wurde nichts getan: die anderen machen ohne ihn weiter. Sollte er zurückkommen, kann er noch Adressen dieses Clusters haben: lassen Sie seine Kabel abgezogen, bis alles von Sparkloom von ihm entfernt oder er neu installiert ist.</translation>
    </message>
    <message>
        <source>Nothing was done on {sparks}. The others are as they were before, and that counts it in: take it out of the cluster next, as gone for good. Should it come back instead, look first how it stands.</source>
        <translation>Auf {sparks} wurde nichts getan. Die anderen sind wie vorher, und damit zählt er noch dazu: nehmen Sie ihn als Nächstes aus dem Cluster, als für immer weg. Sollte er doch zurückkommen, sehen Sie zuerst nach, wie er steht.</translation>
    </message>
    <message>
        <source>There is no scenario {name}.</source>
        <translation>Es gibt kein Szenario {name}.</translation>
    </message>
    <message>
        <source>A scenario is one of these, or a file that describes one: {names}.</source>
        <translation>Ein Szenario ist eines von diesen oder eine Datei, die eines beschreibt: {names}.</translation>
    </message>
    <message>
        <source>Choose one of them; sparkloom-sim --list says what they are.</source>
        <translation>Wählen Sie eines davon; sparkloom-sim --list sagt, was sie sind.</translation>
    </message>
    <message>
        <source>How the interrupted change ended has to be looked at on every Spark. Nothing was changed just now.</source>
        <translation>Wie die unterbrochene Änderung ausgegangen ist, muss auf jedem Spark nachgesehen werden. Eben wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Switch them on and try again. The others are settled without one that is gone for good by: sparkloomctl finish --without NAME, or sparkloomctl revert --without NAME</source>
        <translation>Schalten Sie sie ein und versuchen Sie es noch einmal. Ohne einen, der für immer weg ist, werden die anderen in Ordnung gebracht mit: sparkloomctl finish --without NAME, oder sparkloomctl revert --without NAME</translation>
    </message>
    <message>
        <source>There is no interrupted set-up to settle without {name}.</source>
        <translation>Es gibt keine unterbrochene Einrichtung, die ohne {name} in Ordnung zu bringen wäre.</translation>
    </message>
    <message>
        <source>If {name} is gone for good, take it out of the cluster with: sparkloomctl leave {name} --gone</source>
        <translation>Wenn {name} für immer weg ist, nehmen Sie ihn aus dem Cluster mit: sparkloomctl leave {name} --gone</translation>
    </message>
    <message>
        <source>The other Sparks are settled.</source>
        <translation>Die anderen Sparks sind in Ordnung gebracht.</translation>
    </message>
    <message>
        <source>Is {names} gone for good, and the others shall be settled without it?</source>
        <translation>Ist {names} für immer weg, und die anderen sollen ohne ihn in Ordnung gebracht werden?</translation>
    </message>
    <message>
        <source>Switch them on and sign in. Without one that is gone for good the others are settled from the page Interrupted.</source>
        <translation>Schalten Sie sie ein und melden Sie sich an. Ohne einen, der für immer weg ist, werden die anderen auf der Seite Unterbrochen in Ordnung gebracht.</translation>
    </message>
    <message>
        <source>If {name} is gone for good, take it out of the cluster.</source>
        <translation>Wenn {name} für immer weg ist, nehmen Sie ihn aus dem Cluster.</translation>
    </message>
    <message>
        <source>Settings are kept only where every half passes every check.</source>
        <translation>Einstellungen bleiben nur, wo jede Hälfte jede Prüfung besteht.</translation>
    </message>
    <message>
        <source>Over which interface {spark} is managed is not known.</source>
        <translation>Über welche Schnittstelle {spark} verwaltet wird, ist unbekannt.</translation>
    </message>
    <message>
        <source>Let it finish or stop it. To go on all the same, tick the box on the page Review.</source>
        <translation>Zu Ende laufen lassen oder anhalten. Um trotzdem weiterzumachen, auf der Seite Durchsehen das Kästchen ankreuzen.</translation>
    </message>
    <message>
        <source>Look at what changes in it. To agree, tick the box on the page Review.</source>
        <translation>Ansehen, was sich darin ändert. Um zuzustimmen, auf der Seite Durchsehen das Kästchen ankreuzen.</translation>
    </message>
    <message>
        <source>Cables that are right: {done} of {total}.</source>
        <translation>Richtig gesteckte Kabel: {done} von {total}.</translation>
    </message>
    <message>
        <source>Type this on one of them, then restart it and sign in again:
  sudo rm /etc/machine-id
  sudo systemd-machine-id-setup</source>
        <translation>Geben Sie das auf einem der beiden ein, starten Sie ihn dann neu und melden Sie sich wieder an:
  sudo rm /etc/machine-id
  sudo systemd-machine-id-setup</translation>
    </message>
    <message>
        <source>This Spark has the same host key as {other}: one was copied from the other. Make new host keys on one of them, then sign in again:
  sudo rm /etc/ssh/ssh_host_* &amp;&amp; sudo ssh-keygen -A
  sudo systemctl restart ssh</source>
        <translation>Dieser Spark hat denselben Host-Schlüssel wie {other}: der eine wurde vom anderen kopiert. Erzeugen Sie auf einem neue Host-Schlüssel und melden Sie sich dann wieder an:
  sudo rm /etc/ssh/ssh_host_* &amp;&amp; sudo ssh-keygen -A
  sudo systemctl restart ssh</translation>
    </message>
    <message>
        <source>{host} shows the same key as {other}: one was copied from the other. Make new host keys on one of them:
  sudo rm /etc/ssh/ssh_host_* &amp;&amp; sudo ssh-keygen -A
  sudo systemctl restart ssh</source>
        <translation>{host} zeigt denselben Schlüssel wie {other}: der eine wurde vom anderen kopiert. Erzeugen Sie auf einem neue Host-Schlüssel:
  sudo rm /etc/ssh/ssh_host_* &amp;&amp; sudo ssh-keygen -A
  sudo systemctl restart ssh</translation>
    </message>
</context>
</TS>
