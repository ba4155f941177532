using Axis.Hub.Ledger;
using Axis.Journeys.Alerts;
using Axis.Simulator.Clerks;
using Axis.Simulator.Nation;
using Axis.TestKit;
using Axis.TestKit.Processes;

namespace Axis.Journeys.Faults;

/// <summary>
/// One nation for all tests that let a program die at a named place, one after the other: a sender, a receiver that fetches and one with folders.
/// Every test begins with a nation at rest and all programs running. One that fails leaves neither, and the next one gets a new nation.
/// </summary>
public sealed class FaultNation : IAsyncLifetime
{
    private readonly LetterWriter writer = new(7);
    private readonly Dictionary<ProcessAgency, (CancellationTokenSource Stop, Task Work)> clerks = [];
    private ProcessNation? nation;
    private AgencyServer? server;
    private bool isAtRest;

    /// <summary>The systems of all agencies, which are told of alerts.</summary>
    internal AgencyServer Server => server ?? throw new InvalidOperationException("Begin first.");

    internal ProcessNation Nation => nation ?? throw new InvalidOperationException("Begin first.");

    internal ProcessAgency Sender => Nation.Agencies[0];

    internal ProcessAgency Receiver => Nation.Agencies[1];

    internal ProcessAgency Desk => Nation.Agencies[2];

    internal NationLedger Ledger => Nation.Ledger;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>Starts the nation, unless an earlier test has left one at rest.</summary>
    internal async Task BeginAsync()
    {
        if (!isAtRest)
        {
            await DisposeAsync();
            server = await AgencyServer.StartAsync();
            nation = await StartAsync(server);
            nation.Supervise();
        }

        isAtRest = false;
        Work(Sender);
        Work(Receiver);
    }

    /// <summary>Program of a role: <c>hub</c>, <c>sender</c>, <c>receiver</c> or <c>desk</c>.</summary>
    internal ProductProcess Program(string role) => role switch
    {
        "hub" => Nation.Hub,
        "sender" => Sender.Adapter.Process,
        "receiver" => Receiver.Adapter.Process,
        "desk" => Desk.Adapter.Process,
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "No such role."),
    };

    /// <summary>Starts a program anew with a place to die.</summary>
    internal static async Task ArmAsync(ProductProcess program, string point)
    {
        program.Kill();
        program.Start(point);
        await program.ReadyAsync(Cancellation);
    }

    /// <summary>Waits until the armed program has killed itself, and starts it again without a place to die.</summary>
    internal static async Task ReviveAsync(ProductProcess program)
    {
        await DeadAsync(program);
        await program.StartReadyAsync(Cancellation);
    }

    /// <summary>Waits until the armed program has killed itself.</summary>
    internal static async Task DeadAsync(ProductProcess program) =>
        (await program.EndedAsync(TimeSpan.FromMinutes(3), Cancellation)).ShouldBe(137, program.Tail());

    /// <summary>The whole of a simple case: armed, worked, dead, started again, the work done all the same.</summary>
    internal static async Task DieAsync(ProductProcess program, string point, Func<Task> work)
    {
        await ArmAsync(program, point);
        var working = work();
        await ReviveAsync(program);
        await working;
    }

    /// <summary>Holds the nation to its promise and counts the kills that it has survived.</summary>
    internal async Task SurviveAsync(int kills = 1)
    {
        foreach (var (_, (_, work)) in clerks)
        {
            if (work.IsFaulted)
            {
                await work;
            }
        }

        await Nation.RestsAsync(Cancellation);
        isAtRest = true;
        SurvivedKills.Add(kills);
    }

    /// <summary>Lets an agency's clerk take in and answer.</summary>
    internal void Work(ProcessAgency agency)
    {
        if (!clerks.ContainsKey(agency))
        {
            var stop = new CancellationTokenSource();
            clerks[agency] = (stop, agency.Clerk.WorkAsync(stop.Token));
        }
    }

    /// <summary>Sends an agency's clerk home; only while its inbox is empty, for a clerk drops what is in his hands.</summary>
    internal async Task RestAsync(ProcessAgency agency)
    {
        if (clerks.Remove(agency, out var clerk))
        {
            await clerk.Stop.CancelAsync();
            await clerk.Work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            clerk.Stop.Dispose();
        }
    }

    /// <summary>Hands a letter over as a clerk does, again and again until the adapter has answered.</summary>
    internal async Task<Guid> SubmitAsync(Letter letter)
    {
        var known = Sender.Book.Submissions;
        await Sender.Clerk.SubmitAsync(letter, Cancellation);
        return Sender.Book.Submissions.Except(known).Single();
    }

    internal Letter Letter(params ProcessAgency[] to) => Write(Sender, to);

    internal Letter Write(ProcessAgency from, params ProcessAgency[] to) =>
        writer.Write(from.Addressee, [.. to.Select(agency => agency.Addressee)], NationDate.Today(TimeProvider.System), to.Length) with { Priority = 0 };

    internal static Task<byte[]> PackageAsync(Letter letter) => LetterPackage.WriteAsync(letter, TimeProvider.System.GetUtcNow(), Cancellation);

    /// <summary>The one delivery of a submission of the sender, as soon as it fits.</summary>
    internal Task<DeliveryRow> DeliveryAsync(Guid submission, Func<DeliveryRow, bool>? fits = null) => Eventually.FindAsync(
        async () => (await Ledger.DeliveriesOfAsync(Sender.Adapter.Plan.Code, submission, Cancellation)) is [var row] && fits?.Invoke(row) != false ? row : null,
        TimeSpan.FromMinutes(3), cancellation: Cancellation);

    /// <summary>A document system that gives up when its adapter dies, and so sees what it did not get.</summary>
    internal static HttpClient Impatient(ProcessAgency agency)
    {
        var http = new HttpClient { BaseAddress = agency.Connection.BaseAddress, Timeout = TimeSpan.FromMinutes(2) };
        http.DefaultRequestHeaders.Authorization = agency.Connection.DefaultRequestHeaders.Authorization;
        return http;
    }

    /// <summary>Removes what lies in a queue, as an operator's purge does.</summary>
    internal Task PurgeAsync(string queue) => Nation.Broker.Api.PurgeQueueAsync(Nation.Broker.Name, queue, Cancellation);

    public async ValueTask DisposeAsync()
    {
        foreach (var agency in clerks.Keys.ToList())
        {
            await RestAsync(agency);
        }

        if (nation is not null)
        {
            await nation.DisposeAsync();
            nation = null;
        }

        if (server is not null)
        {
            await server.DisposeAsync();
            server = null;
        }
    }

    private static async Task<ProcessNation> StartAsync(AgencyServer server)
    {
        var options = FaultSettings.Of((await PrivateBroker.SharedAsync()).Amqp);
        return await ProcessNation.StartAsync(options with { Plan = FaultSettings.Plan(3), Adapter = options.Adapter + Telling.To(server) }, Cancellation);
    }
}
