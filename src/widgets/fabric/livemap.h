// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/fabric/fabricmap.h"

#include <array>
#include <optional>
#include <vector>

namespace sparkloom::widgets {

class CableLoadItem;
class LoadLabelItem;
class BoxLoadItem;

// What a cable carries at a moment, for the map. Ways: from its end a to its end b, and back.
struct CableLoad {
    int number = 0; // of the cable
    // Of the ceiling, 0 to 1, by way and lane; nothing where it is not known.
    std::array<std::array<std::optional<double>, 2>, 2> shares;
    std::array<bool, 2> silent{};   // lanes that never carried a byte
    std::array<QString, 2> figures; // by way; empty: not known
    QString note;                   // instead of figures where none is known: since when
    friend bool operator==(const CableLoad &, const CableLoad &) = default;
};

// The map with its cables filled: every lane in both directions, as wide as its share of its ceiling. What does not
// move is painted once and kept, so that a frame costs only what the cables carry.
class LiveMap : public FabricMap {
    Q_OBJECT
public:
    using FabricMap::FabricMap;

    void setLoads(const std::vector<CableLoad> &loads);
    // A line below each Spark, by its name.
    void setSparkTexts(const std::map<QString, QString> &texts);

protected:
    void dress() override;
    bool keepsItems() const override { return false; }
    QSizeF labelSize() const override;

private:
    struct Shown {
        CableLoadItem *load = nullptr;
        LoadLabelItem *label = nullptr;
    };
    std::map<int, Shown> m_shown; // by cable
    std::map<QString, BoxLoadItem *> m_boxTexts;
    std::vector<CableLoad> m_loads;
    std::map<QString, QString> m_texts;
};

} // namespace sparkloom::widgets
