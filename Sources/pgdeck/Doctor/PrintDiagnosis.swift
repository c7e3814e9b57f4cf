internal import DisplayText
internal import Doctor
internal import EventLoop
internal import PostgresClient
internal import Reports
internal import Settings

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Examines the way to the server; prints each step as soon as it is decided, or all as JSON.
/// - Returns: the exit status.
func printDiagnosis(of command: DoctorCommand) -> Int32 {
    DisplayText.adoptLocale()
    var doctor = Doctor(settings: loadedSettings(command), environment: processEnvironment())
    doctor.limit = .seconds(command.timeout)
    let screen = command.json ? nil : DiagnosisScreen()
    if !command.connection.neverPrompt {
        doctor.askPassword = { user in
            screen?.clear()
            return askPassword(passwordPrompt(user))
        }
    }
    let examination = doctor
    do {
        let diagnosis = try EventLoop.run { loop in await examination.examine(on: loop) { screen?.show($0) } }
        if let screen {
            screen.conclude(diagnosis)
        } else {
            _ = writeOutput(Array((diagnosis.json.text + "\n").utf8))
        }
        return diagnosis.exitStatus
    } catch {
        complain("\(error)")
        return ExitStatus.noConnection
    }
}

private func loadedSettings(_ command: DoctorCommand) -> Result<Doctor.LoadedSettings, SettingsError> {
    do throws(SettingsError) {
        var (settings, warnings) = try loadConnection(command.connection.settings)
        if command.connection.forcePrompt, let password = askPassword(passwordPrompt(settings.parameters.user)) {
            settings.use(password: password)
        }
        return .success(Doctor.LoadedSettings(settings, warnings: warnings))
    } catch {
        return .failure(error)
    }
}

/// The steps on stdout as they come. On a terminal the last line says what is being waited for.
private final class DiagnosisScreen: Sendable {
    private let text: DiagnosisText
    private let isTerminal: Bool

    init() {
        isTerminal = isatty(STDOUT_FILENO) == 1 && processEnvironment()["TERM"] != "dumb"
        let noColour = processEnvironment()["NO_COLOR"]?.isEmpty == false
        text = DiagnosisText(width: Self.columns, isColoured: isTerminal && !noColour)
    }

    func show(_ event: Doctor.Event) {
        switch event {
        case .waiting(let what): if isTerminal { write("\r\u{1B}[K... \(DisplayText.truncated(DisplayText.visible(what), to: 70))") }
        case .decided(let steps): write(erasing + text.lines(of: steps))
        }
    }

    func conclude(_ diagnosis: Diagnosis) { write(erasing + text.conclusion(of: diagnosis)) }

    /// Before something else is written to the terminal.
    func clear() { write(erasing) }

    private var erasing: String { isTerminal ? "\r\u{1B}[K" : "" }

    private func write(_ text: String) { _ = writeBytes(Array(text.utf8)) }

    private static var columns: Int {
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return Int(size.ws_col)
    }
}
