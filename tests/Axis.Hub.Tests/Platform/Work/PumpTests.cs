using Axis.Hub.Platform.Work;
using Axis.TestKit;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging.Abstractions;

namespace Axis.Hub.Tests.Platform.Work;

public sealed class PumpTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>A call that runs into a time limit of its own is cancelled by nobody who wants the loop to end.</summary>
    [Fact]
    public async Task A_turn_that_runs_into_a_time_limit_is_repeated_and_ends_nothing()
    {
        var states = new PumpStates();
        using var pump = new Failing(states, new TaskCanceledException("the broker did not answer in time"));
        await pump.StartAsync(Stop);

        await Eventually.Async(() => pump.Worked > 0, describe: () => $"{pump.ExecuteTask!.Status}", cancellation: Stop);

        pump.SeenFailing.ShouldBe(HealthStatus.Unhealthy);
        pump.ExecuteTask!.IsCompleted.ShouldBeFalse();
        await pump.StopAsync(Stop);
    }

    [Fact]
    public async Task A_stop_ends_a_turn_that_waits()
    {
        using var pump = new Waiting(new PumpStates());
        await pump.StartAsync(Stop);
        await Eventually.Async(() => pump.Turns == 1, cancellation: Stop);

        await pump.StopAsync(Stop);

        pump.Turns.ShouldBe(1);
        pump.ExecuteTask!.IsCanceled.ShouldBeTrue();
    }

    private sealed class Failing(PumpStates states, Exception fault)
        : Pump("failing", TimeSpan.FromMinutes(1), states, TimeProvider.System, NullLogger.Instance)
    {
        private bool failed;

        public int Worked { get; private set; }

        public HealthStatus? SeenFailing { get; private set; }

        protected internal override async Task<bool> TurnAsync(CancellationToken cancellation)
        {
            if (!failed)
            {
                failed = true;
                throw fault;
            }

            SeenFailing = (await states.CheckHealthAsync(new HealthCheckContext(), cancellation)).Status;
            Worked++;
            return false;
        }

        private readonly PumpStates states = states;
    }

    private sealed class Waiting(PumpStates states) : Pump("waiting", TimeSpan.FromMinutes(1), states, TimeProvider.System, NullLogger.Instance)
    {
        protected internal override async Task<bool> TurnAsync(CancellationToken cancellation)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellation);
            return false;
        }
    }
}
