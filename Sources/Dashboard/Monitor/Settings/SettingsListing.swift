internal import PostgresMonitor
internal import Terminal

extension MonitorContext {
    var settingList: MonitorListing {
        let reading = snapshot.changedSettings
        let settings = reading.last?.value ?? ChangedSettings(list: LimitedList())
        let table = MonitorTable(
            settings.list.rows, whenEmpty: whenEmpty(reading, "every setting has its default"), columns: settingColumns, id: { $0.name },
            detail: settingDetail)
        var listing = MonitorListing(tables: [table])
        let pending = settings.list.rows.count { $0.isPendingRestart }
        listing.summary =
            StyledText("\(settings.list.total) changed", .muted)
            + (pending > 0 ? StyledText(", \(pending) wait\(pending == 1 ? "s" : "") for a restart", .warning) : "")
        listing.notes = notes("settings", reading)
        if !settings.seesAll {
            let grant = ChangedSettingsProbe.right.grant(to: role)
            listing.notes.append(StyledText(outside: "? some settings are hidden: \(grant) shows them, and the files", .warning))
        }
        listing.age = age(of: reading)
        listing.isKnown = reading.last != nil
        return listing
    }

    private var settingColumns: [MonitorColumn<ChangedSetting>] {
        [
            MonitorColumn("setting", 20...36) { StyledText(outside: $0.name) }.sorted { SortKey($0.name) },
            MonitorColumn("value", 14...30, grows: true) {
                StyledText(outside: settingWords($0.value, $0.unit), .literal)
            }.sorted { SortKey($0.value) },
            MonitorColumn("default", 12...24, weight: 80) { setting in
                StyledText(outside: settingWords(setting.defaultValue, setting.unit), .muted)
            }.sorted { SortKey($0.defaultValue) },
            MonitorColumn("from", 18...18, weight: 60) { name($0.source, .muted) }.sorted { SortKey($0.source) },
            MonitorColumn("restart", 8...8) { setting in
                StyledText(setting.isPendingRestart ? "pending" : "", .warning)
            }.sorted { SortKey($0.isPendingRestart ? 0.0 : 1.0) },
        ]
    }

    private func settingDetail(_ setting: ChangedSetting) -> RowDetail {
        let place = setting.file.map { file in file + (setting.line.map { " line \($0)" } ?? "") }
        return RowDetail(
            title: setting.name,
            facts: [
                ("value", StyledText(outside: settingWords(setting.value, setting.unit))),
                ("default", StyledText(outside: settingWords(setting.defaultValue, setting.unit))), ("from", name(setting.source)),
                ("file", name(place)),
                (
                    "restart",
                    setting.isPendingRestart ? StyledText("the file says something else, which holds after a restart", .warning) : ""
                ),
            ], copy: (setting.name, setting.name))
    }

    /// A value with its unit; of memory in blocks and kilobytes, and of times, in the largest unit that stays whole.
    func settingWords(_ value: String?, _ unit: String?) -> String {
        guard let value else { return "" }
        guard let unit, let number = Int64(value) else { return value.isEmpty ? "''" : value }
        if number <= 0 { return value }
        let bytes: [String: Int64] = ["B": 1, "kB": 1 << 10, "MB": 1 << 20, "GB": 1 << 30, "TB": 1 << 40]
        let digits = unit.prefix { $0.isNumber }
        if let scale = bytes[String(unit.dropFirst(digits.count))] {
            let (size, overflows) = number.multipliedReportingOverflow(by: scale * (Int64(digits) ?? 1))
            guard !overflows else { return value + " " + unit }
            let largest = bytes.filter { size % $0.value == 0 && size >= $0.value }.max { $0.value < $1.value }
            return largest.map { "\(size / $0.value) \($0.key)" } ?? "\(size) B"
        }
        let milliseconds: [String: Int64] = ["ms": 1, "s": 1_000, "min": 60_000, "h": 3_600_000, "d": 86_400_000]
        guard let scale = milliseconds[unit] else { return value + " " + unit }
        let (time, overflows) = number.multipliedReportingOverflow(by: scale)
        guard !overflows else { return value + " " + unit }
        let largest = milliseconds.filter { time % $0.value == 0 && time >= $0.value }.max { $0.value < $1.value }
        return largest.map { "\(time / $0.value) \($0.key)" } ?? value + " " + unit
    }
}
