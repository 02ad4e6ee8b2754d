// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/sentence.h"

#include "engine/text/text.h"

#include <QStringList>

namespace sparkloom::viewmodels {

Sentence inLine(const base::Error &error)
{
    return [error] {
        const engine::text::Explanation why = engine::text::explain(error);
        return QStringList{why.seen, why.meaning, why.remedy}.join(u' ').simplified();
    };
}

Sentence inShort(const base::Error &error)
{
    return [error] {
        const engine::text::Explanation why = engine::text::explain(error);
        return QStringList{why.seen, why.remedy}.join(u' ').simplified();
    };
}

} // namespace sparkloom::viewmodels
