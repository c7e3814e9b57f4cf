import CLibPQ
import EventLoop

extension Connection {
    /// Gives the connection to the next unit, or back to the watch.
    func leave() {
        if exchange?.isComplete == true, ended == nil { PQexitPipelineMode(handle.pointer) }
        exchange = nil
        watchWhileIdle()
        turns.passOn()?.resume(returning: true)
    }

    /// - Returns: false when the task was cancelled before its turn came.
    func takeTurn() async -> Bool {
        if turns.take() { return true }
        let id = turns.number()
        return await withTaskCancellationHandler {
            await withCheckedContinuation(isolation: self) { continuation in
                // On the way here others may have run: who had the turn may have left, and nobody would pass it on; or the cancelling looked
                // for what was not there yet.
                if Task.isCancelled { return continuation.resume(returning: false) }
                if turns.take() { continuation.resume(returning: true) } else { turns.wait(id, continuation) }
            }
        } onCancel: {
            // Not through the global pool, whose threads and descriptors would be there from then on.
            Task(executorPreference: LoopTaskExecutor(loop)) { await self.leaveQueue(id) }
        }
    }

    private func leaveQueue(_ id: UInt64) {
        turns.remove(id)?.resume(returning: false)
    }
}
