<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
<context>
    <name>sparkloom::viewmodels::ApplyViewModel</name>
    <message numerus="yes">
        <source>If this computer went away now, every Spark would go back by itself in %n second(s).</source>
        <translation>
            <numerusform>If this computer went away now, every Spark would go back by itself in %n second.</numerusform>
            <numerusform>If this computer went away now, every Spark would go back by itself in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sparkloom::viewmodels::CableViewModel</name>
    <message numerus="yes">
        <source>%n more cable(s) changed, too.</source>
        <translation>
            <numerusform>%n more cable changed, too.</numerusform>
            <numerusform>%n more cables changed, too.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n cable(s) in place</source>
        <translation>
            <numerusform>%1 of %n cable in place</numerusform>
            <numerusform>%1 of %n cables in place</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cable(s) still to be plugged</source>
        <translation>
            <numerusform>%n cable still to be plugged</numerusform>
            <numerusform>%n cables still to be plugged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cable(s) in the wrong socket</source>
        <translation>
            <numerusform>%n cable in the wrong socket</numerusform>
            <numerusform>%n cables in wrong sockets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cable(s) in a place that cannot be used</source>
        <translation>
            <numerusform>%n cable is in a place that cannot be used</numerusform>
            <numerusform>%n cables are in places that cannot be used</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cable(s) waiting for the second lane</source>
        <translation>
            <numerusform>%n cable is waiting for its second lane</numerusform>
            <numerusform>%n cables are waiting for their second lane</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Where %n cable(s) lead is not known yet</source>
        <translation>
            <numerusform>Where %n cable leads is not known yet</numerusform>
            <numerusform>Where %n cables lead is not known yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Where %n cable(s) lead is still being found out</source>
        <translation>
            <numerusform>Where %n cable leads is still being found out</numerusform>
            <numerusform>Where %n cables lead is still being found out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sparkloom::viewmodels::FindViewModel</name>
    <message numerus="yes">
        <source>%n Spark(s) chosen.</source>
        <translation>
            <numerusform>%n Spark chosen.</numerusform>
            <numerusform>%n Sparks chosen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sparkloom::viewmodels::LiveViewModel</name>
    <message numerus="yes">
        <source>%n Spark(s)</source>
        <translation>
            <numerusform>%n Spark</numerusform>
            <numerusform>%n Sparks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cable(s)</source>
        <translation>
            <numerusform>%n cable</numerusform>
            <numerusform>%n cables</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lane(s)</source>
        <translation>
            <numerusform>%n lane</numerusform>
            <numerusform>%n lanes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 Gb/s, minimum %3, %n dip(s)</source>
        <translation>
            <numerusform>%1: %2 Gb/s, minimum %3, %n dip</numerusform>
            <numerusform>%1: %2 Gb/s, minimum %3, %n dips</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sparkloom::viewmodels::PlanModel</name>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n change(s)</source>
        <translation>
            <numerusform>%1: %n change</numerusform>
            <numerusform>%1: %n changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sparkloom::viewmodels::ProveViewModel</name>
    <message numerus="yes">
        <source>%n check(s) failed.</source>
        <translation>
            <numerusform>%n check failed.</numerusform>
            <numerusform>%n checks failed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n check(s) passed</source>
        <translation>
            <numerusform>%n check passed</numerusform>
            <numerusform>%n checks passed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <comment>checks</comment>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not tested</source>
        <comment>checks</comment>
        <translation>
            <numerusform>%n not tested</numerusform>
            <numerusform>%n not tested</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sparkloom::viewmodels::ReviewViewModel</name>
    <message numerus="yes">
        <source>%1 on %n Spark(s).</source>
        <extracomment>%1 is &quot;5 changes&quot;</extracomment>
        <translation>
            <numerusform>%1 on %n Spark.</numerusform>
            <numerusform>%1 on %n Sparks.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Apply to %n Spark(s)</source>
        <translation>
            <numerusform>Apply to %n Spark</numerusform>
            <numerusform>Apply to %n Sparks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>MTU %1 · %n subnet(s) · goes back by itself after %2 s without a word from here</source>
        <translation>
            <numerusform>MTU %1 · %n subnet · goes back by itself after %2 s without a word from here</numerusform>
            <numerusform>MTU %1 · %n subnets · goes back by itself after %2 s without a word from here</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sparkloom::viewmodels::SignInViewModel</name>
    <message numerus="yes">
        <source>Signed in to %n Spark(s).</source>
        <translation>
            <numerusform>Signed in to %n Spark.</numerusform>
            <numerusform>Signed in to %n Sparks.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n Spark(s) did not accept the sign-in.</source>
        <translation>
            <numerusform>%n Spark did not accept the sign-in.</numerusform>
            <numerusform>%n Sparks did not accept the sign-in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n Spark(s) could not be signed in to.</source>
        <translation>
            <numerusform>%n Spark could not be signed in to.</numerusform>
            <numerusform>%n Sparks could not be signed in to.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Accept %n fingerprint(s)</source>
        <translation>
            <numerusform>Accept %n fingerprint</numerusform>
            <numerusform>Accept %n fingerprints</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sparkloom::viewmodels::StartViewModel</name>
    <message numerus="yes">
        <source>%n Spark(s) on this network.</source>
        <translation>
            <numerusform>%n Spark on this network.</numerusform>
            <numerusform>%n Sparks on this network.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sparkloom::viewmodels::TestWords</name>
    <message numerus="yes">
        <source>%n not tested</source>
        <comment>rungs</comment>
        <translation>
            <numerusform>%n not tested</numerusform>
            <numerusform>%n not tested</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Your %n Sparks are connected at full speed.</source>
        <translation>
            <numerusform>Your %n Spark is connected at full speed.</numerusform>
            <numerusform>Your %n Sparks are connected at full speed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s), %1 to %2.</source>
        <translation>
            <numerusform>%n run, %1 to %2.</numerusform>
            <numerusform>%n runs, %1 to %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s) sent again.</source>
        <translation>
            <numerusform>%n segment sent again.</numerusform>
            <numerusform>%n segments sent again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wrong value(s)!</source>
        <translation>
            <numerusform>%n wrong value!</numerusform>
            <numerusform>%n wrong values!</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>RDMA: %n queue pair(s) on each half</source>
        <translation>
            <numerusform>RDMA: %n queue pair on each half</numerusform>
            <numerusform>RDMA: %n queue pairs on each half</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>TCP: %n stream(s) on each half</source>
        <translation>
            <numerusform>TCP: %n stream on each half</numerusform>
            <numerusform>TCP: %n streams on each half</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Below what is expected %n time(s).</source>
        <translation>
            <numerusform>Below what is expected %n time.</numerusform>
            <numerusform>Below what is expected %n times.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>NCCL, %n Spark(s) together</source>
        <translation>
            <numerusform>NCCL, %n Spark together</numerusform>
            <numerusform>NCCL, %n Sparks together</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sparkloom::viewmodels::TopologyViewModel</name>
    <message numerus="yes">
        <source>%n cable(s)</source>
        <translation>
            <numerusform>%n cable</numerusform>
            <numerusform>%n cables</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You have begun: %n cable(s) of %1 in place.</source>
        <translation>
            <numerusform>You have begun: %n cable of %1 in place.</numerusform>
            <numerusform>You have begun: %n cables of %1 in place.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more cable(s), one of these:</source>
        <translation>
            <numerusform>%n more cable, one of these:</numerusform>
            <numerusform>%n more cables, one of these:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cable(s), one of these:</source>
        <translation>
            <numerusform>%n cable, one of these:</numerusform>
            <numerusform>%n cables, one of these:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A switch with %n socket(s) of 200 Gb/s (QSFP56). Where it has sockets of 400 Gb/s, cables that split one for two Sparks; these were seen at work:</source>
        <translation>
            <numerusform>A switch with %n socket of 200 Gb/s (QSFP56). Where it has sockets of 400 Gb/s, cables that split one for two Sparks; these were seen at work:</numerusform>
            <numerusform>A switch with %n sockets of 200 Gb/s (QSFP56). Where it has sockets of 400 Gb/s, cables that split one for two Sparks; these were seen at work:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sparkloom::widgets::FindPage</name>
    <message numerus="yes">
        <source>Show %n other machine(s) with SSH</source>
        <translation>
            <numerusform>Show %n other machine with SSH</numerusform>
            <numerusform>Show %n other machines with SSH</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sparkloom::widgets::LivePage</name>
    <message numerus="yes">
        <source>(and %n more)</source>
        <translation>
            <numerusform>(and %n more)</numerusform>
            <numerusform>(and %n more)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The chart shows %n second(s)</source>
        <translation>
            <numerusform>The chart shows %n second</numerusform>
            <numerusform>The chart shows %n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sparkloom::widgets::LogPage</name>
    <message numerus="yes">
        <source>%n line(s). Of earlier days the steps of every change, of today each step. Passwords and keys are never in it.</source>
        <translation>
            <numerusform>%n line. Of earlier days the steps of every change, of today each step. Passwords and keys are never in it.</numerusform>
            <numerusform>%n lines. Of earlier days the steps of every change, of today each step. Passwords and keys are never in it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sparkloom::widgets::StartPage</name>
    <message numerus="yes">
        <source>%n Spark(s)</source>
        <translation>
            <numerusform>%n Spark</numerusform>
            <numerusform>%n Sparks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sparkloom::widgets::TestCard</name>
    <message numerus="yes">
        <source>%n more figure(s), none of them worse: the text and the JSON have all.</source>
        <translation>
            <numerusform>%n more figure, not worse: the text and the JSON have all.</numerusform>
            <numerusform>%n more figures, none of them worse: the text and the JSON have all.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>text</name>
    <message numerus="yes">
        <source>%n Sparks could not be told; they take it back by themselves within {seconds} seconds.</source>
        <translation>
            <numerusform>%n Sparks could not be told; they take it back by themselves within {seconds} seconds.</numerusform>
            <numerusform>%n Sparks could not be told; they take it back by themselves within {seconds} seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n Sparks are not signed in to.</source>
        <translation>
            <numerusform>%n Sparks are not signed in to.</numerusform>
            <numerusform>%n Sparks are not signed in to.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n Sparks are signed in to; a cluster needs two or more.</source>
        <translation>
            <numerusform>%n Sparks are signed in to; a cluster needs two or more.</numerusform>
            <numerusform>%n Sparks are signed in to; a cluster needs two or more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Let %n other Sparks log in ({file})</source>
        <translation>
            <numerusform>Let %n other Sparks log in ({file})</numerusform>
            <numerusform>Let %n other Sparks log in ({file})</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Proven: all %n halves have their address and MTU.</source>
        <translation>
            <numerusform>Proven: all %n halves have their address and MTU.</numerusform>
            <numerusform>Proven: all %n halves have their address and MTU.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Proven: each half is answered by the right half, over its own wire (%n ways, both directions).</source>
        <translation>
            <numerusform>Proven: each half is answered by the right half, over its own wire (%n ways, both directions).</numerusform>
            <numerusform>Proven: each half is answered by the right half, over its own wire (%n ways, both directions).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Proven: the Sparks reach each other by SSH without a question (%n ways).</source>
        <translation>
            <numerusform>Proven: the Sparks reach each other by SSH without a question (%n ways).</numerusform>
            <numerusform>Proven: the Sparks reach each other by SSH without a question (%n ways).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not proven: %n checks could not be made.</source>
        <translation>
            <numerusform>Not proven: %n checks could not be made.</numerusform>
            <numerusform>Not proven: %n checks could not be made.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n differences were accepted as they are. Status tells them as kept and does not count them until they change; the next apply would put them back.</source>
        <translation>
            <numerusform>%n difference was accepted as it is. Status tells it as kept and does not count it until it changes; the next apply would put it back.</numerusform>
            <numerusform>%n differences were accepted as they are. Status tells them as kept and does not count them until they change; the next apply would put them back.</numerusform>
        </translation>
    </message>
</context>
</TS>
