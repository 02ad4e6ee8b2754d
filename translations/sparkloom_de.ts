<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_GB">
<context>
    <name>cli</name>
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
        <source>With --watch: stop after so many seconds.</source>
        <translation>Mit --watch: nach so vielen Sekunden aufhören.</translation>
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
        <source>Compares files, addresses, MTU and settings with the last plan, without root, and repairs nothing.</source>
        <translation>Vergleicht Dateien, Adressen, MTU und Einstellungen mit dem letzten Plan, ohne root, und repariert nichts.</translation>
    </message>
    <message>
        <source> (root)</source>
        <translation> (root)</translation>
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
        <source>Form: %1, MTU %2</source>
        <translation>Form: %1, MTU %2</translation>
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
        <source>Every file comes back byte for byte. Sparkloom&apos;s helper, keys and record stay until forget.</source>
        <translation>Jede Datei kommt Byte für Byte zurück. Helfer, Schlüssel und Beleg von Sparkloom bleiben bis forget.</translation>
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
        <source>storage %1</source>
        <translation>Speicher %1</translation>
    </message>
    <message>
        <source>The way to %1:</source>
        <translation>Der Weg zu dieser Form (%1):</translation>
    </message>
    <message>
        <source>storage</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source> [OPTIONS]</source>
        <translation> [OPTIONEN]</translation>
    </message>
    <message>
        <source>Apply all the same: &quot;busy&quot; although the fabric is in use, &quot;take-over&quot; although network files of others are replaced. May be given twice.</source>
        <translation>Trotzdem anwenden: „busy“, obwohl das Fabric benutzt wird, „take-over“, obwohl Netzwerkdateien anderer ersetzt werden. Darf zweimal stehen.</translation>
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
</context>
<context>
    <name>sparkloom::viewmodels::ApplyViewModel</name>
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
        <source>Back to the start</source>
        <translation>Zum Anfang</translation>
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
</context>
<context>
    <name>sparkloom::viewmodels::CableViewModel</name>
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
            <numerusform>%1 von %n Kabel sitzt</numerusform>
            <numerusform>%1 von %n Kabeln sitzen</numerusform>
        </translation>
    </message>
    <message>
        <source>plugging</source>
        <translation>wird gesteckt</translation>
    </message>
    <message>
        <source>a cable is in the wrong socket</source>
        <translation>ein Kabel steckt in der falschen Buchse</translation>
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
    <message>
        <source>A cable is in a place that cannot be used</source>
        <translation>Ein Kabel steckt, wo es nichts nützt</translation>
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
        <source>%1, %2: nothing is plugged here.</source>
        <translation>%1, %2: hier steckt nichts.</translation>
    </message>
    <message>
        <source>This socket is in use. Drop the cable on a free one.</source>
        <translation>Diese Buchse ist belegt. Lassen Sie das Kabel über einer freien los.</translation>
    </message>
    <message>
        <source>storage</source>
        <translation>Speicher</translation>
    </message>
</context>
<context>
    <name>sparkloom::viewmodels::FindViewModel</name>
    <message>
        <source>%1 · on %2</source>
        <extracomment>address of a machine and the network interface of this computer it was seen on</extracomment>
        <translation>%1 · an %2</translation>
    </message>
    <message>
        <source>A set-up was interrupted.</source>
        <translation>Eine Einrichtung wurde unterbrochen.</translation>
    </message>
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
        <source>Sparkloom ended while network settings were being changed. Finish what was begun, or take it back.</source>
        <translation>Sparkloom endete, während Netzwerkeinstellungen geändert wurden. Bringen Sie es zu Ende oder nehmen Sie es zurück.</translation>
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
        <source>%1
Typing a name or an address below always works.</source>
        <translation>%1
Einen Namen oder eine Adresse unten einzutippen geht immer.</translation>
    </message>
    <message>
        <source>No machine has announced itself so far. New Sparks do so a minute after they are switched on.
Nothing appears? Guest Wi-Fi keeps machines apart, and another subnet is out of earshot: type the name or the address below.</source>
        <translation>Bisher hat sich kein Gerät gemeldet. Neue Sparks tun das eine Minute nach dem Einschalten.
Nichts erscheint? Gäste-WLAN trennt die Geräte voneinander, und ein anderes Subnetz ist außer Hörweite: tippen Sie unten den Namen oder die Adresse ein.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Finish or take back the interrupted set-up first</source>
        <translation>Erst die unterbrochene Einrichtung beenden oder zurücknehmen</translation>
    </message>
    <message>
        <source>The virtual Sparks are starting</source>
        <translation>Die virtuellen Sparks starten</translation>
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
        <source>Proven on every half, in both directions. Speed is measured later; it is not part of this proof.</source>
        <translation>Nachgewiesen auf jeder Hälfte, in beiden Richtungen. Das Tempo wird später gemessen; es gehört nicht zu diesem Nachweis.</translation>
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
        <source>Solve what is said above first</source>
        <translation>Lösen Sie erst, was oben steht</translation>
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
    <message>
        <source>Cable %1, lane %2</source>
        <translation>Kabel %1, Spur %2</translation>
    </message>
    <message>
        <source>All halves %1</source>
        <translation>Alle Hälften %1</translation>
    </message>
    <message numerus="yes">
        <source>MTU %1 · %n subnet(s) · goes back by itself after %2 s without a word from here</source>
        <translation>
            <numerusform>MTU %1 · %n Subnetz · geht nach %2 s ohne Nachricht von hier von selbst zurück</numerusform>
            <numerusform>MTU %1 · %n Subnetze · geht nach %2 s ohne Nachricht von hier von selbst zurück</numerusform>
        </translation>
    </message>
    <message>
        <source>To storage, lane %1</source>
        <translation>Zum Speicher, Spur %1</translation>
    </message>
    <message>
        <source>Apply although the fabric is in use</source>
        <translation>Anwenden, obwohl das Fabric benutzt wird</translation>
    </message>
    <message>
        <source>Replace these files of others</source>
        <translation>Diese Dateien anderer ersetzen</translation>
    </message>
    <message>
        <source>The fabric is in use: wait, or tick the box above</source>
        <translation>Das Fabric wird benutzt: Warten Sie, oder setzen Sie oben das Häkchen</translation>
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
</context>
<context>
    <name>sparkloom::viewmodels::SetupController</name>
    <message>
        <source>virtual Sparks</source>
        <translation>virtuelle Sparks</translation>
    </message>
    <message>
        <source>%1 · virtual</source>
        <translation>%1 · virtuell</translation>
    </message>
</context>
<context>
    <name>sparkloom::viewmodels::SignInViewModel</name>
    <message>
        <source>The same key as %1: one was copied from the other. Make new host keys on one of them.</source>
        <translation>Derselbe Schlüssel wie %1: der eine wurde vom anderen kopiert. Erzeugen Sie auf einem neue Host-Schlüssel.</translation>
    </message>
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
        <source>On each Spark this puts: one line in ~/.ssh/authorized_keys (the public key of this computer), and a helper program in ~/.cache/sparkloom. Nothing else, and no root.</source>
        <translation>Auf jeden Spark kommt damit: eine Zeile in ~/.ssh/authorized_keys (der öffentliche Schlüssel dieses Computers) und ein Hilfsprogramm in ~/.cache/sparkloom. Sonst nichts, und ohne root.</translation>
    </message>
    <message>
        <source>With a screen and keyboard at the Spark, type this there and compare every character:</source>
        <translation>Mit Bildschirm und Tastatur am Spark: tippen Sie dort dies und vergleichen Sie jedes Zeichen:</translation>
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
        <source>One cable, two lanes, 200 Gb/s</source>
        <translation>Ein Kabel, zwei Spuren, 200 Gb/s</translation>
    </message>
    <message>
        <source>A spare cable; no more speed than one</source>
        <translation>Ein Kabel als Reserve; nicht schneller als eines</translation>
    </message>
    <message>
        <source>One cable from each Spark to the next</source>
        <translation>Ein Kabel von jedem Spark zum nächsten</translation>
    </message>
    <message>
        <source>One cable from each Spark to the switch</source>
        <translation>Ein Kabel von jedem Spark zum Switch</translation>
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
        <source>cage 0, next to the network socket</source>
        <translation>Käfig 0, neben der Netzwerkbuchse</translation>
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
        <source>Two new boxes, nothing plugged. Start here.</source>
        <translation>Zwei neue Geräte, nichts gesteckt. Hier anfangen.</translation>
    </message>
    <message>
        <source>One cable in place, nothing set up.</source>
        <translation>Ein Kabel steckt, nichts ist eingerichtet.</translation>
    </message>
    <message>
        <source>Both cages used, nothing set up.</source>
        <translation>Beide Käfige belegt, nichts ist eingerichtet.</translation>
    </message>
    <message>
        <source>Three cables, no switch.</source>
        <translation>Drei Kabel, kein Switch.</translation>
    </message>
    <message>
        <source>One cable each to a switch.</source>
        <translation>Je ein Kabel zum Switch.</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Two cables from each Spark to the switch; no more speed than one</source>
        <translation>Je zwei Kabel von jedem Spark zum Switch; nicht mehr Tempo als mit einem</translation>
    </message>
    <message>
        <source>A ring with a cable missing: NCCL works between neighbours only</source>
        <translation>Ein Ring, dem ein Kabel fehlt: NCCL arbeitet nur zwischen Nachbarn</translation>
    </message>
    <message>
        <source>One socket to the other Spark, one to storage</source>
        <translation>Eine Buchse zum anderen Spark, eine zum Speicher</translation>
    </message>
    <message>
        <source>A line of three</source>
        <translation>Eine Linie aus dreien</translation>
    </message>
    <message>
        <source>Two cables; the ends are no neighbours.</source>
        <translation>Zwei Kabel; die Enden sind keine Nachbarn.</translation>
    </message>
    <message>
        <source>A ring of four</source>
        <translation>Ein Ring aus vieren</translation>
    </message>
    <message>
        <source>Four cables, no switch.</source>
        <translation>Vier Kabel, kein Switch.</translation>
    </message>
    <message>
        <source>A pair with storage</source>
        <translation>Ein Paar mit Speicher</translation>
    </message>
    <message>
        <source>One cage to each other, one to storage.</source>
        <translation>Ein Käfig zueinander, einer zum Speicher.</translation>
    </message>
    <message>
        <source>Three on a switch, two cables</source>
        <translation>Drei am Switch, zwei Kabel</translation>
    </message>
    <message>
        <source>Both cages of each to a switch.</source>
        <translation>Beide Käfige eines jeden am Switch.</translation>
    </message>
    <message>
        <source>Eight on a switch</source>
        <translation>Acht am Switch</translation>
    </message>
    <message>
        <source>One cable each, nothing set up.</source>
        <translation>Je ein Kabel, nichts ist eingerichtet.</translation>
    </message>
    <message>
        <source>A class of 64</source>
        <translation>Ein Kurs mit 64</translation>
    </message>
    <message>
        <source>A lecture hall on one switch.</source>
        <translation>Ein Hörsaal an einem Switch.</translation>
    </message>
    <message>
        <source>A finished pair</source>
        <translation>Ein fertiges Paar</translation>
    </message>
    <message>
        <source>Set up and healthy.</source>
        <translation>Eingerichtet und gesund.</translation>
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
        <source>On a switch, set up and healthy.</source>
        <translation>Am Switch, eingerichtet und gesund.</translation>
    </message>
    <message>
        <source>Half a cable</source>
        <translation>Ein halbes Kabel</translation>
    </message>
    <message>
        <source>The pair uses one of its two lanes.</source>
        <translation>Das Paar nutzt eine seiner zwei Spuren.</translation>
    </message>
    <message>
        <source>Stuck at 13 Gb/s</source>
        <translation>Fest bei 13 Gb/s</translation>
    </message>
    <message>
        <source>Everything looks right, and is slow.</source>
        <translation>Alles sieht richtig aus und ist langsam.</translation>
    </message>
    <message>
        <source>Two packet sizes</source>
        <translation>Zwei Paketgrößen</translation>
    </message>
    <message>
        <source>The ends of one cable disagree.</source>
        <translation>Die Enden eines Kabels sind sich nicht einig.</translation>
    </message>
    <message>
        <source>The wrong network</source>
        <translation>Das falsche Netz</translation>
    </message>
    <message>
        <source>NCCL talks over management.</source>
        <translation>NCCL spricht über das Management.</translation>
    </message>
    <message>
        <source>Two plugs swapped</source>
        <translation>Zwei Stecker vertauscht</translation>
    </message>
    <message>
        <source>A ring that is none yet.</source>
        <translation>Ein Ring, der noch keiner ist.</translation>
    </message>
    <message>
        <source>A plug is missing</source>
        <translation>Ein Stecker fehlt</translation>
    </message>
    <message>
        <source>A ring with a gap.</source>
        <translation>Ein Ring mit Lücke.</translation>
    </message>
    <message>
        <source>An untuned switch</source>
        <translation>Ein unangepasster Switch</translation>
    </message>
    <message>
        <source>As it came out of its box.</source>
        <translation>So, wie er aus dem Karton kam.</translation>
    </message>
    <message>
        <source>An old BIOS</source>
        <translation>Ein altes BIOS</translation>
    </message>
    <message>
        <source>Half of the PCIe lanes.</source>
        <translation>Die Hälfte der PCIe-Lanes.</translation>
    </message>
    <message>
        <source>A dying cable</source>
        <translation>Ein sterbendes Kabel</translation>
    </message>
    <message>
        <source>It gets worse while you watch.</source>
        <translation>Es wird beim Zusehen schlechter.</translation>
    </message>
    <message>
        <source>Different software</source>
        <translation>Verschiedene Software</translation>
    </message>
    <message>
        <source>Two Sparks that were not updated together.</source>
        <translation>Zwei Sparks, die nicht gemeinsam aktualisiert wurden.</translation>
    </message>
    <message>
        <source>Configured before</source>
        <translation>Schon eingerichtet</translation>
    </message>
    <message>
        <source>Somebody else&apos;s files are there.</source>
        <translation>Dateien von jemand anderem liegen da.</translation>
    </message>
    <message>
        <source>A pulled cable</source>
        <translation>Ein gezogenes Kabel</translation>
    </message>
    <message>
        <source>In the middle of a test.</source>
        <translation>Mitten in einem Test.</translation>
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
        <source>Cable them as</source>
        <translation>Verkabeln als</translation>
    </message>
    <message>
        <source>Map of the cables</source>
        <translation>Bild der Kabel</translation>
    </message>
    <message>
        <source>Wake them</source>
        <translation>Wecken</translation>
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
    <name>sparkloom::widgets::FabricMap</name>
    <message>
        <source>Map of the cables</source>
        <translation>Bild der Kabel</translation>
    </message>
</context>
<context>
    <name>sparkloom::widgets::FindPage</name>
    <message>
        <source>On this network</source>
        <translation>In diesem Netz</translation>
    </message>
    <message>
        <source>Other machines with SSH</source>
        <translation>Andere Geräte mit SSH</translation>
    </message>
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
        <source>Practise with virtual Sparks</source>
        <translation>Mit virtuellen Sparks üben</translation>
    </message>
    <message>
        <source>No hardware needed. They behave like real ones and live only on this computer.</source>
        <translation>Ohne Hardware. Sie verhalten sich wie echte und leben nur auf diesem Computer.</translation>
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
        <source>Scenarios to practise with</source>
        <translation>Szenarien zum Üben</translation>
    </message>
    <message>
        <source>Finish it</source>
        <translation>Zu Ende bringen</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Zurücknehmen</translation>
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
    <message>
        <source>A set-up of these Sparks was not finished.</source>
        <translation>Eine Einrichtung dieser Sparks kam nicht zu Ende.</translation>
    </message>
    <message>
        <source>Some may be set up and some not. A Spark that had not kept its settings has gone back by itself.</source>
        <translation>Manche können eingerichtet sein, manche nicht. Ein Spark, der die Einstellungen noch nicht behalten hatte, ist von selbst zurückgegangen.</translation>
    </message>
    <message>
        <source>Finish what was begun, or take it back on all of them. Both can be repeated.</source>
        <translation>Bringen Sie zu Ende, was begonnen wurde, oder nehmen Sie es auf allen zurück. Beides lässt sich wiederholen.</translation>
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
    <name>sparkloom::widgets::KeyTable</name>
    <message>
        <source>I compared it: this is %1</source>
        <translation>Verglichen: das ist %1</translation>
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
        <translation>Rückgängig machen</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
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
        <source>Leave out</source>
        <translation>Weglassen</translation>
    </message>
    <message>
        <source>Replace the key on record</source>
        <translation>Den bekannten Schlüssel ersetzen</translation>
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
        <source>If you reinstalled this Spark, type its name to accept the new key:</source>
        <translation>Haben Sie diesen Spark neu installiert, tippen Sie seinen Namen, um den neuen Schlüssel anzunehmen:</translation>
    </message>
    <message>
        <source>Name of the reinstalled Spark</source>
        <translation>Name des neu installierten Sparks</translation>
    </message>
</context>
<context>
    <name>sparkloom::widgets::SudoStrip</name>
    <message>
        <source>The same on all</source>
        <translation>Auf allen gleich</translation>
    </message>
    <message>
        <source>Do not</source>
        <translation>Nicht</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
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
        <source>or press P</source>
        <translation>oder P drücken</translation>
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
        <source>The cluster to open.</source>
        <translation>Der Cluster, der geöffnet wird.</translation>
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
</context>
<context>
    <name>text</name>
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
        <source>{host} shows the same key as {other}: one was copied from the other. Make new host keys on one of them.</source>
        <translation>{host} zeigt denselben Schlüssel wie {other}: der eine wurde vom anderen kopiert. Erzeugen Sie auf einem neue Host-Schlüssel.</translation>
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
        <translation>Geht dieses Kabel zum Speicher oder zu einem anderen Gerät, nehmen Sie dafür die andere Buchse dieses Sparks.</translation>
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
        <source>{done} of {total} cables are right.</source>
        <translation>{done} von {total} Kabeln sitzen richtig.</translation>
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
        <source>If you reinstalled it: read its fingerprint at the Spark itself, then use &quot;this Spark was reinstalled&quot; (sparkloomctl trust --replace {name}). If not, find out what answers at its address.</source>
        <translation>Haben Sie es neu installiert: lesen Sie den Fingerabdruck am Spark selbst ab, dann nehmen Sie &quot;dieser Spark wurde neu installiert&quot; (sparkloomctl trust --replace {name}). Wenn nicht, finden Sie heraus, was unter seiner Adresse antwortet.</translation>
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
        <source>If you reinstalled it: read its fingerprint at the Spark itself, then use &quot;this Spark was reinstalled&quot; (sparkloomctl trust --replace {name}).</source>
        <translation>Haben Sie es neu installiert: lesen Sie den Fingerabdruck am Spark selbst ab, dann nehmen Sie &quot;dieser Spark wurde neu installiert&quot; (sparkloomctl trust --replace {name}).</translation>
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
        <source>This Spark has the same host key as {other}: one was copied from the other. Make new host keys on one of them.</source>
        <translation>Dieser Spark hat denselben Host-Schlüssel wie {other}: der eine wurde vom anderen kopiert. Erzeugen Sie auf einem neue Host-Schlüssel.</translation>
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
        <source>Sparkloom does not take such a set-up apart by itself.</source>
        <translation>So eine Einrichtung nimmt Sparkloom nicht von selbst auseinander.</translation>
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
        <source>The Sparks are used under different user names; many tools expect the same one everywhere.</source>
        <translation>Die Sparks werden unter verschiedenen Benutzernamen benutzt; viele Werkzeuge erwarten überall denselben.</translation>
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
        <translation>Sagt ssh, welcher Schlüssel und welche Host-Schlüssel zu den anderen Sparks gehören, und ändert für andere Rechner nichts.</translation>
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
        <source>From {from} half {half} the right half of {to} answers.</source>
        <translation>Von {from}, Hälfte {half}: es antwortet die richtige Hälfte von {to}.</translation>
    </message>
    <message>
        <source>From {from} half {half} the wrong half of {to} answers ({seen} instead of {wanted}).</source>
        <translation>Von {from}, Hälfte {half}: es antwortet die falsche Hälfte von {to} ({seen} statt {wanted}).</translation>
    </message>
    <message>
        <source>One half answers for the other, so half of the speed is lost. Run the set-up again; it sets arp_ignore and arp_announce on {to}.</source>
        <translation>Eine Hälfte antwortet für die andere, darum geht das halbe Tempo verloren. Starten Sie die Einrichtung noch einmal; sie setzt arp_ignore und arp_announce auf {to}.</translation>
    </message>
    <message>
        <source>Which half of {to} answers {from} half {half} is not known.</source>
        <translation>Welche Hälfte von {to} antwortet {from}, Hälfte {half}? Das ist unbekannt.</translation>
    </message>
    <message>
        <source>Packets of {mtu} bytes pass undivided from {from} half {half} to {to}.</source>
        <translation>Pakete von {mtu} Byte kommen von {from}, Hälfte {half}, ungeteilt bei {to} an.</translation>
    </message>
    <message>
        <source>Packets of {mtu} bytes pass undivided from {from} half {half} to {to}, but some were lost.</source>
        <translation>Pakete von {mtu} Byte kommen von {from}, Hälfte {half}, ungeteilt bei {to} an, aber manche gingen verloren.</translation>
    </message>
    <message>
        <source>From {from} half {half} to {to} only packets up to {largest} bytes pass undivided, not {mtu}.</source>
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
        <source>{to} does not answer {from} half {half} at {address}.</source>
        <translation>{to} antwortet {from}, Hälfte {half}, unter {address} nicht.</translation>
    </message>
    <message>
        <source>Push the plugs of this cable in until they click at both ends, and check that no firewall on {to} blocks the fabric.</source>
        <translation>Drücken Sie die Stecker dieses Kabels an beiden Enden, bis sie klicken, und prüfen Sie, dass keine Firewall auf {to} den Verbund sperrt.</translation>
    </message>
    <message>
        <source>From {from} half {half} to {to} nothing could be tested.</source>
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
        <source>A network file of {spark} was changed, added or removed since the set-up.</source>
        <translation>Eine Netzwerkdatei von {spark} wurde seit der Einrichtung geändert, hinzugefügt oder entfernt.</translation>
    </message>
    <message>
        <source>{spark} was set up with another plan than the one remembered here.</source>
        <translation>{spark} wurde nach einem anderen Plan eingerichtet als dem, der hier bekannt ist.</translation>
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
        <source>Half {half} ({interface}) does not have the address {address}.</source>
        <translation>Hälfte {half} ({interface}) hat die Adresse {address} nicht.</translation>
    </message>
    <message>
        <source>Half {half} ({interface}) does not have MTU {mtu}.</source>
        <translation>Hälfte {half} ({interface}) hat nicht MTU {mtu}.</translation>
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
        <translation>geteilte Rolle: ein Käfig zu einem Spark, der andere zum Speicher</translation>
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
        <translation>Genau die RoCE-Geräte, die zum anderen Spark führen; die zum Speicher führenden bleiben weg.</translation>
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
        <translation>Die Käfige, die zum Speicher führen, haben Adressen, aber kein Job benutzt sie.</translation>
    </message>
    <message>
        <source>Move a plug: out of {spark}, {cage:socket}, and into the storage.</source>
        <translation>Stecken Sie um: aus {spark}, {cage:socket}, in den Speicher.</translation>
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
        <translation>Stecken Sie Kabel {number} in {spark}, {cage:socket}, und in den Speicher oder dessen Switch.</translation>
    </message>
    <message>
        <source>The shortest way: {moves} plugs to move, {pulls} cables to pull out, {plugs} cables to plug in.</source>
        <translation>Der kürzeste Weg: {moves} Stecker umstecken, {pulls} Kabel herausziehen, {plugs} Kabel stecken.</translation>
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
        <translation>Das kann Speicher sein oder ein Gerät, an dem Sparkloom nicht angemeldet ist.</translation>
    </message>
    <message>
        <source>If it is storage, choose the split role. If it is another Spark, sign in to it. Else pull that cable out.</source>
        <translation>Ist es Speicher, wählen Sie die geteilte Rolle. Ist es ein anderer Spark, melden Sie sich dort an. Sonst ziehen Sie dieses Kabel heraus.</translation>
    </message>
    <message>
        <source>The halves that lead to storage keep frames of 1500 bytes: what the storage passes cannot be proven from here.</source>
        <translation>Die Hälften zum Speicher behalten Pakete von 1500 Byte: was der Speicher durchlässt, lässt sich von hier aus nicht nachweisen.</translation>
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
        <translation>{text} ist weder ein Fehler, der kommt oder geht, noch eine Geschwindigkeit.</translation>
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
        <source>Somebody works on the fabric. Applying the plan changes its addresses, and such work breaks off.</source>
        <translation>Jemand arbeitet auf dem Fabric. Das Anwenden ändert dessen Adressen, und solche Arbeit bricht ab.</translation>
    </message>
    <message>
        <source>Wait until it has finished. To go on all the same, tick the box on the Review page, or use --insist busy on the command line.</source>
        <translation>Warten Sie, bis sie fertig ist. Um trotzdem fortzufahren, setzen Sie das Häkchen auf der Seite „Durchsehen“ oder nehmen Sie auf der Befehlszeile --insist busy.</translation>
    </message>
    <message>
        <source>{program} (process {pid}) uses the fabric on {spark}.</source>
        <translation>{program} (Prozess {pid}) benutzt das Fabric auf {spark}.</translation>
    </message>
    <message>
        <source>Applying the plan changes the addresses of the fabric, and what runs on it breaks off.</source>
        <translation>Das Anwenden ändert die Adressen des Fabrics, und was darauf läuft, bricht ab.</translation>
    </message>
    <message>
        <source>Let it finish or stop it. To go on all the same, tick the box on the Review page, or use --insist busy on the command line.</source>
        <translation>Lassen Sie es zu Ende laufen oder beenden Sie es. Um trotzdem fortzufahren, setzen Sie das Häkchen auf der Seite „Durchsehen“ oder nehmen Sie auf der Befehlszeile --insist busy.</translation>
    </message>
    <message>
        <source>The model server {program} (process {pid}) uses the fabric on {spark}.</source>
        <translation>Der Modellserver {program} (Prozess {pid}) benutzt das Fabric auf {spark}.</translation>
    </message>
    <message>
        <source>Applying the plan changes the addresses of the fabric: the server loses its other half, and its users get errors.</source>
        <translation>Das Anwenden ändert die Adressen des Fabrics: Der Server verliert seinen anderen Teil, und wer ihn benutzt, bekommt Fehler.</translation>
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
        <source>Two files about one interface are joined by netplan. Nothing is lost: undo puts the file back byte for byte.</source>
        <translation>Zwei Dateien über eine Schnittstelle legt netplan zusammen. Nichts geht verloren: Beim Rückgängigmachen kommt die Datei Byte für Byte zurück.</translation>
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
        <translation>Ob es das Fabric benutzt, ist nur mit Root-Rechten zu sehen; das wird nachgesehen, bevor sich etwas ändert.</translation>
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
        <translation>Ein Kabel in der Netzwerkbuchse ist sicherer, und Modelle laden darüber schneller.</translation>
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
        <translation>Verbinden Sie sich über die Netzwerkbuchse des Sparks oder WLAN und planen Sie neu.</translation>
    </message>
    <message>
        <source>Docker on {spark} makes the kernel drop everything that it would pass on (FORWARD policy DROP).</source>
        <translation>Docker auf {spark} lässt den Kernel alles verwerfen, was er weiterreichen würde (FORWARD-Richtlinie DROP).</translation>
    </message>
    <message>
        <source>Containers with a network of their own do not reach the fabric. Sparkloom itself passes nothing on.</source>
        <translation>Container mit eigenem Netz erreichen das Fabric nicht. Sparkloom selbst reicht nichts weiter.</translation>
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
        <translation>Dateien auf gemeinsamem Speicher scheinen jemand anderem zu gehören.</translation>
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
</context>
</TS>
