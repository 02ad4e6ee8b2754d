<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_GB">
    <context>
        <name>sparkloom::gui::MainWindow</name>
        <message>
            <source>The virtual Sparks need a temporary folder, and none could be made. Free some disk space, then try again.</source>
            <translation>Die virtuellen Sparks brauchen einen temporären Ordner, und es ließ sich keiner anlegen. Schaffen Sie Platz auf der Festplatte und versuchen Sie es noch einmal.</translation>
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
            <extracomment>%1 is "5 changes"</extracomment>
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
            <source>Installing this computer's key</source>
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
        <name>text</name>
        <message>
            <source>The helper program on the Spark is not running any more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The connection was closed or lost. What was open on the Spark is taken back by the Spark itself.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sign in again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The helper program on the Spark ended by itself (code {code}).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It was stopped, or the Spark ran out of memory. What was open is taken back by the Spark itself.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sign in again. If it repeats, look at the Spark's log: sudo journalctl -b</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The helper program on the Spark reported a failure without saying which.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It is not the program that this version of Sparkloom brings along.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sign in again; the right one is copied then.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The Spark sent a line that is far too long, and the connection was closed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The helper program never does that; something else writes into its output.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Look at the login scripts of this account (.bashrc, .profile), then sign in again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The Spark sent far too many lines in a second, and the connection was closed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The Spark printed a great deal of text before the helper program started.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The login scripts of this account write to every connection, also to programs.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Make .bashrc and .profile silent for connections without a terminal, then sign in again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The helper program on the Spark did not answer in time ({verb}).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The Spark is very busy, or its management network lost the answer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try again when the Spark is less busy.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The helper program on the Spark did not start in time.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The Spark is very busy, or it does not let programs run from the home folder.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try again. If it repeats, check that the home folder is not mounted with noexec.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The helper program on the Spark started in the wrong way.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The Spark refused a message of this program because it was too long.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is a mistake of Sparkloom. Nothing was changed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try again, and report it if it repeats.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The helper program on the Spark does not know the request "{verb}".</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It is of another version than this program.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The Spark refused a value that is not allowed ({field}).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Every value is checked again on the Spark before it is used. Nothing was changed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Make the plan again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The Spark is already doing that for this connection.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The earlier request has not ended yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Wait until it ends, then try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{operation} {object} failed on the Spark: {reason}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The Spark's system refused this step.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mend what the reason names (often a full disk or a missing right), then try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Another Sparkloom is changing this Spark: {owner}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Two changes at once would spoil each other, so only one is let in.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Wait until the other one is done, then try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{program} ended with {code} on the Spark: {reason}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A program of the Spark's own system did not do its part.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mend what it says, then try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Neither systemd-networkd nor NetworkManager is running on this Spark.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>So nothing there would take a network configuration up.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Start the one that the system came with: sudo systemctl start NetworkManager</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{target} did not answer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No packet came back over this half.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check the cable at both ends.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The Spark's kernel did not tell its interfaces, addresses or routes.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing can be said about its network, so nothing is changed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try again. If it stays so, restart this Spark.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Half {half} of this Spark is not there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A Spark without a cable hides its fast network card.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Plug the cable in and try again after ten seconds.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This Spark could not make its own SSH key.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>ssh-keygen failed there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check that the home folder is writable and not full, then try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The public key that was to be installed is not a valid one of Sparkloom.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing was changed.</source>
            <translation>Nichts wurde geändert.</translation>
        </message>
        <message>
            <source>{path} on the Spark is not safe: {problem:unsafe}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Its SSH server ignores keys in such a place, so nothing was written there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Correct it at the Spark, for example with chmod go-w, then try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Something else changed {path} while it was being edited, three times in a row.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing was changed, so that no edit is lost.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try again when nothing else writes to it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{path} on the Spark is larger than 1 MiB and is not touched.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Such a file is usually much smaller; something is wrong with it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Look at it and make it smaller, then try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no room left below {folder} on the Spark.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A change needs 1 MB for its backup. Nothing was changed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Free some space there, then try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The interface {interface} that carried the connection is not there any more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Without knowing which one must stay untouched, nothing is changed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sign in again and make the plan again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You reach this Spark through {interface}, which is to be configured.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The change would cut the connection that makes it. Nothing was changed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Connect over the Spark's network plug or Wi-Fi, then try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{interface} supports an MTU of at most {max}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Plan again with --mtu {max} or less.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The network files of this Spark are larger than 1 MiB together ({path} was the last one read).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>That is no normal set-up. Nothing was changed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Look at the files below /etc/netplan and remove what does not belong there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{path} cannot be read on the Spark, although root asked.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The file or the disk is damaged. Nothing was changed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check the file and the disk of this Spark.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{path} on the Spark is no plain file but a link or a folder.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Such a file is not touched. Nothing was changed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Replace it by a plain file, then plan again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{path} changed since the plan was made.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What you saw is not what stands there now. Nothing was changed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Plan again and look at the new plan.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{subnet} is already in use on another interface of this Spark.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose another network with --pool, then plan again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The safety timer could not be started on the Spark.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Without it no change is tried. Nothing was changed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Look at the Spark's log (sudo journalctl -b) for what systemd says, then try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A change is still under way on this Spark.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only one can be made at a time.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Wait for it to end, or take it back with: sparkloomctl revert</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A change by {owner} was made permanent on this Spark but never confirmed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Other Sparks of the cluster may stand differently.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Complete it with sparkloomctl finish, or take it back with sparkloomctl revert.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The backup on this Spark is damaged, so the earlier state cannot be put back from it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Compare the files below /var/lib/sparkloom on the Spark with backups of your own.</source>
            <translation type="unfinished" />
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
            <translation type="unfinished" />
        </message>
        <message>
            <source>It must stay untouched, so everything was put back.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try again when nobody else changes the Spark's network.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The kernel setting {key} could not be changed on the Spark.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Without it the two halves of a cage disturb each other.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check whether the Spark's kernel was replaced or runs in a container.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The trial is still being checked on this Spark.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The next step came too early.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Wait some seconds and try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The steps of the change came in the wrong order: it stands at "{phase}".</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Another program may be changing this Spark too. Nothing was changed by this step.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Look at how it stands with sparkloomctl status, then try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No change is under way on this Spark.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It has already ended or never began.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Look at how it stands with: sparkloomctl status</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The change has already ended on this Spark: its safety timer took it back.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Proving it took longer than the timer allows.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try again; a longer timer can be given with --timer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The change was taken back as asked.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The Spark is as it was before.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Run the set-up again when you want to go on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The connection ended before the change was confirmed, so the Spark put the earlier state back by itself.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It is as it was before.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Run the set-up again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The change was not confirmed in time, so the Spark put the earlier state back by itself.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Run the set-up again; a longer timer can be given with --timer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The Spark restarted before the change was confirmed, so the earlier state was put back at its start.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not everything could be put back on the Spark.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Its safety timer or its next start tries again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep this Spark switched on and look whether its disk is full.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no earlier set-up to go back to on this Spark.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing needs to be done.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{path} exists again on the Spark, but undo would put back an older file of that name.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Neither of the two is thrown away. Nothing was changed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Move that file away, then undo again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{path} is still in use on this Spark.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What is in use is not removed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Undo the set-up first, then forget.</source>
            <translation type="unfinished" />
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
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <source>{spark} stands at "{phase}", where another step was expected.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Its safety timer ran out, or another program changed it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A change of this cluster is already running.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Wait until it is done, or cancel it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no plan to carry out.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing is ever changed without a plan that was shown.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Make the plan first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>An earlier set-up of this cluster was interrupted.</source>
            <translation>Eine frühere Einrichtung dieses Clusters wurde unterbrochen.</translation>
        </message>
        <message>
            <source>It may be half applied: final on some Sparks, taken back on others.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Finish it or take it back first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no connection to {spark}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A change is made on all Sparks or on none, so nothing was begun.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sign in to {spark} again, then try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remove everything of Sparkloom</source>
            <translation>Alles von Sparkloom entfernen</translation>
        </message>
        <message>
            <source>The set-up could not be taken back, so nothing was forgotten.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Forgetting while a set-up is in force would leave it without a way back.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The command line could not be understood: {problem}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing was done.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>sparkloomctl COMMAND --help lists what this command understands.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No command was given.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Start with: sparkloomctl setup. All commands: sparkloomctl --help</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no command {command}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All commands: sparkloomctl --help</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{command} needs to be told what: {arguments}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>sparkloomctl {command} --help explains it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{command} does not know what to do with {argument}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>sparkloomctl {command} --help explains what it takes.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{value} is no allowed value for --{option}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The help of the command and the man page sparkloomctl(1) say what is allowed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>--{option} takes a whole number from {min} to {max}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give a number within that range.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A quotation mark in this line is not closed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close it and try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This command works on virtual Sparks only.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Real cables are plugged by hand, and real Sparks stay between two commands by themselves.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Start it with: sparkloomctl --virtual sealed-pair shell</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This cannot be used inside the shell.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The virtual Sparks were chosen when the shell was started.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Leave the shell with Ctrl-D and start it again for another scenario.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No temporary folder could be made on this computer: {reason}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What virtual Sparks need is kept there while they run.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Free some space, or set TMPDIR to a folder that can be written to.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{text} names no socket.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A socket is a name and the number of the cage: spark-a:0 is the one next to the network plug. The switch is just: switch</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Example: plug spark-a:0 spark-b:0</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>(exit code {code})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancelling. What was not finished is taken back.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancelled.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The {what} for {host} is needed, and nobody can be asked.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Either --yes was given, or standard input is no terminal.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give it with {option}, or run the command on a terminal without --yes.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A question has to be answered, and nobody can be asked.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Standard input is no terminal, or --yes was given where it is not answer enough.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Answer it with {option}, or run the command on a terminal.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{host} is new here. It shows the fingerprint {fingerprint}, and nobody can be asked whether that is right.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Another machine could pretend to be your Spark. Nothing secret was sent.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Read the fingerprint at the Spark itself (ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub) and give it with --hostkey {host}=SHA256:...</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{host} shows the fingerprint {shown}, but {expected} was given for it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is another machine, or the Spark was reinstalled. Nothing secret was sent.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Read the fingerprint at the Spark itself. If it is the one shown here, give that one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not every fingerprint was accepted.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sparks whose fingerprint was not accepted were left alone. Nothing secret was sent to them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Compare the fingerprints at the Sparks and run the command again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The virtual Spark {host} shows another key than the simulator gave it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Something else answers at its address. Nothing secret was sent.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Start the scenario again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The new key of {host} ({fingerprint}) was not named, so the old one was not replaced.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Without it any machine could take the place of this Spark.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Read it at the Spark and give it with --hostkey {host}=SHA256:...</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The secrets could not be read from file descriptor {fd}: {reason}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>--secrets-fd names a descriptor that the calling program has opened for reading.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Example: sparkloomctl --secrets-fd 3 setup 3&lt; &lt;(my-password-program)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The secrets are larger than {limit} bytes.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>They were not used.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check that the right program writes to the descriptor.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The secrets are not as the schema says; the mistake is near: {where}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>They were not used and are wiped. The text is not shown here on purpose.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The man page sparkloomctl(1) shows how the document looks.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stopped, as nobody said yes.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Run the command again when you want to go on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This cluster has no Sparks yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sparkloom connects only to machines that you named.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>List what is on the network with: sparkloomctl discover. Then: sparkloomctl add NAME NAME</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} is no Spark of this cluster.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>sparkloomctl status lists its Sparks.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No Spark was named, and nobody can be asked which of those on the network are yours.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name them after setup, or give --hostkey HOST=SHA256:... for each.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No machine announced itself on this network.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The Sparks are off, on another network, or the network does not pass mDNS on (guest Wi-Fi often does not).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check their network plugs. Adding a Spark by its address always works: sparkloomctl add ADDRESS</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} belongs to the cluster now. Nothing was connected to yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Looking for Sparks on this network.</source>
            <translation type="unfinished">In diesem Netz wird nach Sparks gesucht.</translation>
        </message>
        <message>
            <source>  No cable is plugged, so its fast network card sleeps. That is normal.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Finding out which cable joins which sockets.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Watching the cables. End with Ctrl-C.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{socket} is lit, but what is at the other end is not known.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{socket}: two observations contradict each other, so nothing is claimed about this cable.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Virtual Sparks: plugging {a} and {b}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One Spark alone makes no cluster.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A cluster joins two or more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add another one: sparkloomctl add NAME</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The cables form nothing that Sparkloom sets up yet, and there is more than one form to choose from.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Somebody has to say what is wanted.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give --topology pair, pair2, ring or star.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>After {waited:seconds} seconds the cabling is still not complete. {instruction}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing was changed on any Spark.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Do that and run the command again; what is plugged right stays as it is.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing is to be done: every Spark already is as planned.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing to do here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Set up on every Spark.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The set-up was taken back on every Spark.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Something failed before it was final, so all Sparks are as they were before.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>See above what failed, mend that, and run the command again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It may be half applied: final on some Sparks, taken back on others. Each of them is whole and can be reached.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Complete it with sparkloomctl finish, or take it back everywhere with sparkloomctl revert. Both may be repeated.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing is to be taken back: no set-up of Sparkloom is in force.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Every Spark's network is as it was before the set-up.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing of Sparkloom is left on these Sparks.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This cluster is not set up yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The environment follows from the addresses that a set-up gives.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Run: sparkloomctl setup</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Environment for jobs on this cluster (again with: sparkloomctl env):</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>These machines are new here. Are they really your Sparks?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{host} shows the same key as {other}: one was copied from the other. Make new host keys on one of them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>At each Spark, with its own screen and keyboard, type this and compare every character:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Numbers of those that are the same ("1 2", or "all"); Enter accepts none:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{host}: user name:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{host}: password of {user} (not shown, used once):</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{host}: password for sudo (not shown, not kept):</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>That password was not accepted.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>To read the network files that are there now: only root may read them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>To wake sleeping halves so that plugs can be seen. This is taken back at the end.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>To write the network settings that you saw. If anything goes wrong they are taken back.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>To put the network settings back as they were.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>To remove what Sparkloom installed on this Spark.</source>
            <translation type="unfinished">Um zu entfernen, was Sparkloom auf diesem Spark installiert hat.</translation>
        </message>
        <message>
            <source>Carry this out on all of these Sparks?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Put the network of every Spark back as it was before the set-up?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Undo the set-up and remove everything of Sparkloom from {names}?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Numbers of your Sparks ("1 2", or "all"):</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What shall it become? Number, Enter for the first:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sparks cannot be found by themselves on this computer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No service that listens for announcements is available.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Adding a Spark by name or address works all the same.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sparks cannot be found by themselves: this computer's system bus cannot be reached.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In a container or over a remote shell that is usual.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sparks cannot be found by themselves: the service Avahi does not run on this computer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Avahi listens for the announcements of machines on the network.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Start it with sudo systemctl start avahi-daemon (package avahi-daemon), or add a Spark by name or address.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sparks cannot be found by themselves: this account may not talk to the service Avahi.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A rule of this computer's system bus forbids it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add a Spark by name or address, or ask who looks after this computer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sparks cannot be found by themselves: the service Avahi reported a failure.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It listens for the announcements of machines on the network.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Restart it with sudo systemctl restart avahi-daemon, or add a Spark by name or address.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The folder {path} on this computer could not be made: {reason}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Without it nothing can be remembered.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check the rights of the folder above it and the space on the disk.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{path} on this computer could not be read: {reason}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It is not replaced, so that nothing is lost.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check its rights, or move it away to start afresh.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{path} on this computer could not be written: {reason}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A step starts only after it was written down, so nothing was changed on any Spark.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check the rights of the folder and the space on the disk.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{path} on this computer is larger than {bytes} bytes and was not read.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sparkloom writes no such file.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Move it away to start afresh.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{path} has version {version}; this program knows version {known}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A newer Sparkloom wrote it. It is left as it is.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Update this program.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The cluster file {path} cannot be understood: {field}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It was edited or damaged. It is left as it is.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Correct it, or move it away to start afresh.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>"{name}" is no name for a cluster.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A name has small letters, digits and hyphens, at most 32, and begins with a letter or digit.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose such a name.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The cluster {name} is in use by {owner} since {since}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Two programs that change one cluster would spoil each other's work.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close the other window or wait for the other command to end.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A step could not be written down.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is a mistake of Sparkloom. The step was not begun.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Report it, please.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Others can read this computer's private key: {path}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A key that others can read proves nothing, so it is not used.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>If nobody else uses this computer: chmod 600 {path}. Otherwise remove it; a new one is made.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This computer's own key in {path} cannot be used.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The file is damaged or only half there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Move the folder away; a new key is made and installed with the password once more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Another key is on record for {name}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It is not replaced without a person saying so. Nothing secret was sent.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>If the Spark was reinstalled: sparkloomctl trust --replace {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The key of {name} was revoked on this computer and is never accepted.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Somebody marked it as stolen or out of use in a known_hosts file.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Make new host keys at the Spark: sudo rm /etc/ssh/ssh_host_*; sudo ssh-keygen -A</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The SSH library of this computer is too old: libssh {version}, needed is {needed}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Known faults in it could let another machine interfere.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Update the package libssh of this computer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The SSH library of this computer lacks fixes: {package} {packageVersion}, needed is {needed}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Install the updates of this computer: sudo apt update; sudo apt upgrade</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Whether the SSH library of this computer has all fixes is not known: libssh {version} on {distribution}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Install the updates of this computer. On a terminal, without --yes, you can go on at your own risk.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This computer's own key could not be made.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The SSH library failed to make an ed25519 key.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Update the package libssh of this computer and try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>"{host}" is no name or address of a machine.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing was connected to.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check how the Spark was added.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>"{user}" is no user name.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing was sent.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>User names begin with a small letter and have small letters, digits, dots, hyphens and underscores.</source>
            <translation type="unfinished" />
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
            <source>Open MPI's own messages use the management network.</source>
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
            <source>Keeps container images from replacing NCCL's own transport.</source>
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
            <source>A pair needs two Sparks; a ring or a star needs three or more.</source>
            <translation>Ein Paar braucht zwei Sparks; ein Ring oder Stern braucht drei oder mehr.</translation>
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
            <source>"{text}" is no name or address of a machine.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Names have letters, digits, hyphens and dots; addresses are like 192.168.1.20 or fe80::1%eth0.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Type it as the Spark shows it, for example spark-1a2b.local</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>"{text}" has no usable port.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A port is a number from 1 to 65535 after a colon.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Leave it out; SSH is at port 22 unless somebody changed that.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>"{text}" is no user name.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>User names on a Spark begin with a small letter and have small letters, digits, dots, hyphens and underscores.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Type the name of the account that was made when the Spark was first switched on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} is the same machine as {other}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It was added under two names.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remove one of the two.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No Spark was chosen.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose your Sparks first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check the name.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This machine is not seen any more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It stopped announcing itself a moment ago.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check that it is on, or add it by its address.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A cluster holds at most {most} Sparks.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing was added.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Make a second cluster with --cluster NAME</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sparkloom is not signed in to any Spark.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This step works over the connections to them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sign in first.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%n Sparks are not signed in to.</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <source>A change is made on all Sparks or on none.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sign in to them, or remove them from the cluster.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%n Sparks are signed in to; a cluster needs two or more.</source>
            <translation type="unfinished">
                <numerusform />
                <numerusform />
            </translation>
        </message>
        <message>
            <source>There is nothing to join.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sign in to at least two Sparks.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} shows another key than before: {shown} instead of {known}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Either this is not the same machine, or it was reinstalled. Nothing secret was sent.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>If you reinstalled it: read its fingerprint at the Spark itself, then use "this Spark was reinstalled" (sparkloomctl trust --replace {name}). If not, find out what answers at its address.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} shows a key of another type than before: {shown} instead of {known}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A machine that pretends to be this Spark would do that. Nothing secret was sent.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>If you reinstalled it: read its fingerprint at the Spark itself, then use "this Spark was reinstalled" (sparkloomctl trust --replace {name}).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The fingerprint of {name} was not accepted.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing secret was sent to it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Compare it with what the Spark itself shows, then try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The key of this machine was not accepted yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Before that nothing secret is sent.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Compare its fingerprint with what the Spark itself shows, then accept it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This machine has not shown a key yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is nothing to replace the old one with.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Connect to it first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The name that was typed is not {name}, so its key was not replaced.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Typing the name makes sure that the right Spark is meant.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Type the name exactly: {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This Spark has the same host key as {other}: one was copied from the other. Make new host keys on one of them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Another machine answers at the address of {name}, with the same host key.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One of the two was copied from the other, or the system was installed anew. Nothing was changed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remove {name} from the cluster and add it again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A virtual Spark shows another key than the simulator gave it: {shown}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} is a virtual Spark where a real one was expected, or the other way round.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The two are never mixed in one cluster.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remove it from the cluster.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} was not recognised as a DGX Spark. Sparkloom goes on with the interfaces that are named like those of one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing was given to sign in with.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This computer's key is not known there yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give the user name and password of the Spark once; from then on the key is enough.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Signing in failed three times.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>More tries could lock the account.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check user name and password at the Spark itself, then try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This computer's key was installed, but the Spark does not let it in.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Its SSH server reads keys from another place, ignores them because others may write to the home folder, or forbids keys. The key was taken away again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>At the Spark: chmod go-w ~ ~/.ssh. Check AuthorizedKeysFile and PubkeyAuthentication in sshd_config, then try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The helper program is not on the Spark any more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Somebody removed or changed it; it is checked before every start.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sign in again; it is copied anew.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The helper program could not be removed from {name}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The folder ~/.cache/sparkloom stays there; it does no harm.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remove it by hand: rm -r ~/.cache/sparkloom</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is a {machine} machine, and no helper program for it is at hand.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A Spark is aarch64. Either this is another machine, or this Sparkloom was built without that helper.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check that it is a Spark. If it is, install the complete Sparkloom package.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The home folder on the Spark is full or cannot be written to.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The helper program needs some megabytes in ~/.cache/sparkloom.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Free some space in the home folder, then try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The home folder on the Spark does not let programs run.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It is mounted with noexec.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mount it without noexec, or use an account whose home folder allows programs.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The helper program arrived damaged on the Spark and was not used.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What was written is not what was sent: a bad disk, or something that changes files.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try again. If it repeats, check the Spark's disk.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The helper program could not be copied to the Spark (code {code}).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The Spark's shell did not carry the step out.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check that this account can write to its home folder, then try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The first command on the Spark did not work (code {code}).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The account has no ordinary shell, or its login scripts end the connection.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sign in by hand with ssh and see what happens; use an account with an ordinary shell.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A command on the Spark took too long and was stopped.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The Spark is very busy, or its disk or home folder hangs.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No sudo password was given for {name}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This step needs root on the Spark, so it was not done.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try again and give the password, or ask somebody who may use sudo there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The sudo password was not accepted.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It is not tried again by itself, because wrong passwords lock accounts.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try again with the right password.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This account may not use sudo on the Spark.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Network settings can be changed by root only.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Use the account that was made when the Spark was first switched on, or add this one there: sudo usermod -aG sudo NAME</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no sudo on this machine.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sparkloom becomes root through sudo only.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Install the package sudo there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>sudo on the Spark did not answer in time.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It waits for something else, such as a fingerprint reader or a directory server.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try sudo true at the Spark itself and see what it asks for.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The root helper could not be started through sudo (code {code}).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The Spark's sudo rules or its security software stopped it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Look at the Spark's log: sudo journalctl -t sudo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The root helper on the Spark is not the one that was sent, so it was not started.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Somebody changed it while it was being installed. Nothing was run as root.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Find out who can change files of this account, then sign in again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The root helper could not be installed below /usr/local/libexec/sparkloom.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>That file system is full or cannot be written to.</source>
            <translation type="unfinished" />
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
            <translation type="unfinished" />
        </message>
        <message>
            <source>It cannot carry a cluster.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Move one of its plugs to another Spark.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Half {half} of {spark} has no link.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Both halves of a cage must be up before they get addresses; with one of them only half the speed would be left.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Push the plug in until it clicks. If it stays dark, try another cable.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A cable leads to a Spark that was not inspected ({spark}).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It gets no address before Sparkloom is signed in to it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sign in to that Spark too, or pull the cable out.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>An MTU of {mtu} is not possible; it must be between 1500 and 9000.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Leave it at 9000 for direct cables.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{interface} of {spark} supports an MTU of at most {max}, not {mtu}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a smaller MTU: --mtu {max}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The network {pool} overlaps {route}, which a Spark or this computer already uses.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The same addresses in two places would make one of them unreachable.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose another network, or leave the choice to Sparkloom.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The network {pool} has the wrong size.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Its prefix length must be between 8 and 24, because every lane gets a /24 of its own.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Example: --pool 10.100.0.0/16</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The network {pool} has not enough room: {needed} free /24 networks are needed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Every lane gets a /24 of its own.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a larger network, for example --pool 10.100.0.0/16</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Every network that Sparkloom would choose (10.100 to 10.254, 172.16 to 172.31) is in use here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A VPN on this computer or a Spark routes very large networks.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Switch the VPN off, or name a free network with --pool</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>More than 254 Sparks share one switch lane.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A lane is a /24 network and has room for 254.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Make two clusters of them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{spark} is in the list twice.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The same machine was added under two names.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The addresses name a Spark ({spark}) that is not part of this plan.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The cluster changed while the plan was made.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{spark} is reached over {interface}, which this plan would change.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Changing it would cut the connection that makes the change.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Connect over the Spark's network plug or Wi-Fi instead of the fast cable.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A safety timer of {seconds} seconds is not possible.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It must be between 5 and 300 seconds.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Leave it at 90 seconds.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The network files of {spark} were not read yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only root may read them, and no plan is made without knowing them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give the sudo password when it is asked for.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>On {spark}, {file} line {line} uses an interface of the fabric in "{definition}" (a bond, bridge, VLAN or renamed interface).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sparkloom does not take such a set-up apart by itself.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remove that definition from the file, then plan again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>On {spark}, the pattern in "{definition}" ({file} line {line}) also matches interfaces of the fabric.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Both files would configure them at once.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Narrow the pattern so that it leaves the fabric out, then plan again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>On {spark}, {file} (line {line}) configures the fabric together with "{definition}".</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Taking the file over would take the other settings away too.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Move the settings of the fabric into a file of their own, then plan again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>On {spark}, {file} line {line} configures "{definition}", which is plugged but not part of this plan.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Taking the file over would cut it off.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Move those settings into a file of their own, or pull that cable out, then plan again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>On {spark}, {file} line {line} configures the fabric but does not lie in /etc/netplan.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Another program made it and would make it again, so it cannot be replaced safely.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take the fabric out of the program that makes this file, then plan again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>On {spark}, {file} names an interface of the fabric, and Sparkloom does not understand its line {line}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What is not understood is not replaced.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write that line more simply or remove the fabric from the file, then plan again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The host keys of {spark} could not be read: other Sparks will ask before they connect to it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sparkloom could not tell which interface of {spark} carries this connection.</source>
            <translation type="unfinished" />
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
            <translation type="unfinished" />
        </message>
        <message>
            <source>On {spark}, Sparkloom does not understand {file} (line {line}). It does not name the fabric, but it has a match rule.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>On {spark}, {file} line {line} is a profile for any interface; it stays, and the fabric gets profiles of its own.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>On {spark}, {file} line {line} also gave addresses to {interface}, which is not plugged now; it loses them.</source>
            <translation type="unfinished" />
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
            <source>Install Sparkloom's root helper and its recovery at boot</source>
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
            <source>The other Sparks' host keys, read over connections that are already trusted: nothing asks later.</source>
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
            <source>Makes ssh read Sparkloom's own file.</source>
            <translation>Lässt ssh Sparklooms eigene Datei lesen.</translation>
        </message>
        <message>
            <source>Undo removes that line from {file}.</source>
            <translation>Rückgängigmachen entfernt diese Zeile aus {file}.</translation>
        </message>
        <message>
            <source>A message could not be read: it is no valid JSON.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Something else wrote into it, or it was cut off.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try again. If a file was read, check it with a JSON checker.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A message could not be read: {field} is missing or has no allowed value.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It was written by another version or was damaged; it was not used.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Use the same version of Sparkloom everywhere, then try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A message could not be read: {key} stands in it twice.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Two readers could understand it in two ways, so it was not used.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>If it is a file of yours, keep one of the two.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A message was larger than {limit} bytes and was not read.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No message of Sparkloom is that large.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check that the right program or file was used.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A message was nested more than {limit} levels deep and was not read.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No message of Sparkloom is like that.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A message had more than {limit} elements in one list and was not read.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The other side speaks version {theirs}, this program version {ours}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Two versions of Sparkloom meet that do not understand each other.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Start it again; the fitting helper program is copied to the Spark then.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No machine called {host} was found on this network.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The name could not be turned into an address: the Spark is off, on another network, or the name is misspelt.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check that the Spark is on and on the same network as this computer. Try the name with .local at the end, or the address that its own screen shows.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Looking up the name {host} took too long.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The name service of this network does not answer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Type the Spark's address instead of its name, or try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{host} is there, but nothing answers at port {port}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Its SSH service is off, still starting, or listens at another port.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Wait a minute after switching the Spark on. If it stays so, run at the Spark: sudo systemctl enable --now ssh</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This computer has no way to {host}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The address belongs to a network that this computer is not on, or the Spark is switched off.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Put this computer on the same network as the Spark's network plug or Wi-Fi, and look whether the Spark is on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{host} did not answer at port {port} in time.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The Spark is off or asleep, its address has changed, or a firewall in between drops the connection.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check that the Spark is on and that its address is still the same, then try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{host} took the connection at port {port} and closed it at once.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{host} took the connection at port {port} and then said nothing.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What answers at {host}, port {port}, does not speak SSH.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The port is wrong, or the address belongs to another device.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check address and port. SSH is at port 22 unless somebody changed that.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{host} offers no encryption that Sparkloom accepts ({banner}).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Its SSH software is very old or was narrowed down by hand. Sparkloom refuses weak methods.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Update the software of that machine, or allow ed25519 keys and curve25519 key exchange in its sshd_config.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Agreeing on encryption with {host} failed ({banner}).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The connection broke while keys were exchanged. Nothing secret was sent.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try again. If it fails every time, look at the Spark's own log: sudo journalctl -u ssh</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{host} answered, but agreeing on encryption took too long.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The machine is very busy or the network loses packets. Nothing secret was sent.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Wait until the Spark is less busy and try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{host} showed no host key that could be read.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Without it nobody can tell whether it is the right machine. Nothing secret was sent.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Make new host keys at the Spark (sudo ssh-keygen -A), restart its SSH service and try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The SSH library of this computer could not be set up.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is a fault on this computer, not on the Spark.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Update the package libssh of this computer and start Sparkloom again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The sign-in as {user} was not accepted (tried: {tried}).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The user name or the password is wrong, or the Spark allows other ways only: {offered}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Use the account that was made when the Spark was first switched on, and type its password again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There was nothing to sign in with as {user}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This computer's key is not known there yet, and no password or key was given. The Spark accepts: {offered}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give the password of the account once; from then on the key is enough.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The first proof as {user} was accepted, but the Spark wants a second one ({offered}).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Two-step sign-in is switched on there, and Sparkloom can give one step only.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Allow a key alone for this account: AuthenticationMethods publickey in sshd_config, then add this computer's key by hand.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Signing in as {user} was stopped after too many tries.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check the password at the Spark itself, wait a few minutes, then try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Signing in as {user} took too long.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The Spark is busy, or it waits for something that nobody sees, such as a name server.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try again. If it is always slow, add UseDNS no to the Spark's sshd_config.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Signing in as {user} failed for a technical reason.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The SSH library could not finish this step; the password may still be right.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The Spark closed the connection while signing in as {user}, after {tries} tries.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It allows fewer tries, or does not let this user in at all (AllowUsers, a locked account, an expired password).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sign in once at the Spark itself with this account; a password that must be changed is changed there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The Spark asks {user} for something other than the password: "{prompt}"</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sparkloom answers one hidden question, the password, and no other. Nothing was sent for this one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sign in with a key instead: copy this computer's key there by hand, then try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The machine lets anybody in as {user}, without any password.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>That is not how a Spark is set up; it may be another device that pretends to be one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Do not use this machine. If it is yours, give the account a password first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The key file {path} could not be read.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It is missing, not yours to read, or far too large for a key.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check the path, or sign in with the password.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The key file {path} needs its passphrase.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The key is encrypted, or it is no OpenSSH private key.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give the passphrase, or sign in with the password.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The key file {path} could not be opened with this passphrase.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The passphrase is wrong, or the file is no OpenSSH private key.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Type the passphrase again, or sign in with the password.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no connection to this Spark any more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It was closed or lost before this step.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The connection to the Spark was lost.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The Spark was restarted or switched off, or the management network dropped out.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check the Spark's network plug or Wi-Fi, then sign in again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The Spark said nothing for {seconds} seconds.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It hangs, was cut off, or its address has changed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check the Spark and its network plug, then sign in again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The Spark allowed no further program over this connection.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Its SSH service limits how many run side by side (MaxSessions).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Set MaxSessions to 10 in the Spark's sshd_config, which is the usual value.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The Spark did not start a program in time.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It is very busy or short of memory.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stop what keeps the Spark busy, then try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The Spark refused to run a program for this account.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The account is limited to a fixed command or has no login shell.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Use an ordinary account of that Spark.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A program on the Spark was ended by the signal {signal}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Somebody or something stopped it; signal KILL often means that memory ran out.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try again. If it repeats, look at the Spark's log: sudo journalctl -b</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A program on the Spark ended without saying how.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The connection broke while it ran.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sign in again; Sparkloom looks afresh at how things stand.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A program on the Spark wrote more than {bytes} bytes and was stopped.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No program of Sparkloom does that; something else answers in its place.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Look at the login scripts of this account (.bashrc, .profile) for endless output.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The Spark did not take what was sent to it; {bytes} bytes were waiting.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The program there hangs or the network has stopped.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{interface} has {address} and MTU {mtu}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{interface} of {spark} (half {half}) does not have the address {address}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{interface} of {spark} (half {half}) has MTU {seen} instead of {mtu}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Somebody changed it since the set-up, or the network manager has not taken it up yet. Wait ten seconds; if it stays, run the set-up again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Half {half} of {spark} ({interface}) is not there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A Spark without a cable hides its fast network card. Push the plugs of {spark} in until they click.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>IPv6 is off on {interface} (half {half} of {spark}).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>IPv6 is on on {interface} (half {half} of {spark}).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It does no harm to the speed, but NCCL may pick such an address. Another sysctl file switches it on again for {interface}; run the set-up again or remove that file.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>From {from} to {to} (half {half}) the way is {interface}, as it should be.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>From {from} to {to} (half {half}) the kernel sends over {interface} instead of {wanted}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Another route or rule takes this traffic away from {wanted}. Look at: ip route, ip rule. A VPN often does that.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>From {from} half {half} the right half of {to} answers.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>From {from} half {half} the wrong half of {to} answers ({seen} instead of {wanted}).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One half answers for the other, so half of the speed is lost. Run the set-up again; it sets arp_ignore and arp_announce on {to}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Which half of {to} answers {from} half {half} is not known.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Packets of {mtu} bytes pass undivided from {from} half {half} to {to}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Packets of {mtu} bytes pass undivided from {from} half {half} to {to}, but some were lost.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>From {from} half {half} to {to} only packets up to {largest} bytes pass undivided, not {mtu}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The MTU differs between the two ends. Run the set-up again, or use --mtu {mtu}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The switch lets only smaller packets through. Raise MTU and L2MTU on its ports, or use --mtu {mtu}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{to} does not answer {from} half {half} at {address}.</source>
            <translation>{to} antwortet {from}, Hälfte {half}, unter {address} nicht.</translation>
        </message>
        <message>
            <source>Push the plugs of this cable in until they click at both ends, and check that no firewall on {to} blocks the fabric.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>From {from} half {half} to {to} nothing could be tested.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{from} reaches {to} by SSH at {name} without a question.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{from} does not reach {to} by SSH at {name}: {problem}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Run the set-up again; it installs the keys anew. If it stays, try by hand on {from}: ssh {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>At {name}, {from} reaches a machine that calls itself {hostname} instead of {to}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Two machines share this name or address. Rename one of them, or look at /etc/hosts on {from}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>SSH from {from} to {to} at {name} could not be tested.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{spark} is still managed over {interface}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{spark} is now managed over another interface: {interface}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The set-up must not touch the management network of {spark}. Check its network plug and Wi-Fi.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{spark} was not reached, so nothing about it was tested.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check that {spark} is on, sign in to it and verify again.</source>
            <translation type="unfinished" />
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
            <translation type="unfinished" />
        </message>
        <message>
            <source>What is proven is what a set-up promised.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Set it up first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A network file of {spark} was changed, added or removed since the set-up.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{spark} was set up with another plan than the one remembered here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Half {half} ({interface}) is not there: no cable is plugged.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Half {half} ({interface}) has no link.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Half {half} ({interface}) does not have the address {address}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Half {half} ({interface}) does not have MTU {mtu}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The simulator (sparkloom-sim) was not found beside this program.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Without it there are no virtual Sparks.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Install the complete Sparkloom package, or set SPARKLOOM_BIN_DIR to the folder that holds it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The virtual Sparks could not be started.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The scenario is not known, or this computer is short of memory.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Scenarios are sealed-pair, pair, pair2, ring and star. Try again, or choose another one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The virtual Sparks have ended.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The simulator stopped by itself. Nothing of it is left on this computer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Start them again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The virtual Sparks refused that: {reason}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>As with real ones, a cable fits only into a socket that is there and free.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pull the other plug out first, or use another socket.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Virtual Sparks are running already.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One scenario runs at a time.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>End them before you start others.</source>
            <translation type="unfinished" />
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
            <translation type="unfinished" />
        </message>
        <message>
            <source>Real and virtual Sparks are never mixed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>discover lists the virtual Sparks; all of them belong to the cluster already.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Which Sparks are to be forgotten on this computer was not said.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name them: sparkloomctl forget --here-only NAME</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The set-up is final on some Sparks and open on others. Complete it with sparkloomctl finish, or take it back with sparkloomctl revert.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Forgotten on this computer. What Sparkloom installed on them is still there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no interrupted set-up.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Passphrase of {path} (not shown):</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>libssh 0.11.5 or 0.12.1 and later have them, and the patched packages of some distributions. Unattended Sparkloom goes no further.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The machine is alive, but its SSH service cannot answer now. Mostly its memory is used up, by a large model for example; sometimes it blocks this computer for a while after too many tries.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Wait a minute and try again. If it stays so, switch the Spark off and on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The machine is alive, but its SSH service is stuck. Mostly its memory is used up, by a large model for example.</source>
            <translation type="unfinished" />
        </message>
    </context>
</TS>
