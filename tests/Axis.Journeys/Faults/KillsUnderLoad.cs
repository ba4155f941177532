using System.Globalization;
using Axis.TestKit;
using Axis.TestKit.Processes;

namespace Axis.Journeys.Faults;

/// <summary>
/// A nation under load whose programs and broker are killed at random instants. The order of the victims and the pauses between them follow from the
/// seed; a run is repeated with <c>AXIS_FAULTS_SEED</c>.
/// </summary>
public sealed class KillsUnderLoad
{
    private const string SeedVariable = "AXIS_FAULTS_SEED";
    private const int Agencies = 4;
    private const int LettersAKill = 2;

    private static readonly Victim[] Pile =
    [
        Victim.Hub, Victim.Hub, Victim.Hub, Victim.Hub, Victim.Hub,
        Victim.Adapter, Victim.Adapter, Victim.Adapter, Victim.Adapter, Victim.Adapter, Victim.Adapter, Victim.Adapter,
        Victim.Broker, Victim.HubAndBroker, Victim.BrokerWhileHubIsDown,
    ];

    private enum Victim
    {
        Hub,
        Adapter,
        Broker,

        /// <summary>Both at once, both started at once.</summary>
        HubAndBroker,

        /// <summary>The hub is started when the broker is back.</summary>
        BrokerWhileHubIsDown,
    }

    public static TheoryData<int> Seeds => Environment.GetEnvironmentVariable(SeedVariable) is { Length: > 0 } given
        ? [.. given.Split(',').Select(seed => int.Parse(seed, CultureInfo.InvariantCulture))]
        : [11, 12];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [OwnBrokerTheory, MemberData(nameof(Seeds))]
    public async Task Every_accepted_document_arrives_once_whoever_is_killed_whenever(int seed)
    {
        var random = new Random(seed);
        var pile = (Victim[])Pile.Clone();
        random.Shuffle(pile);
        Console.WriteLine($"kills under load: {SeedVariable}={seed}, {string.Join(", ", pile)}");
        await using var broker = await PrivateBroker.StartAsync();
        await using var nation = await ProcessNation.StartAsync(
            FaultSettings.Of(broker.Amqp) with { Plan = FaultSettings.Plan(Agencies), Seed = seed }, Cancellation);
        nation.Supervise();
        using var load = new NationLoad(nation, seed);

        var kills = 0;
        foreach (var victim in pile)
        {
            load.Allow(LettersAKill);
            // No condition to wait for: the point is that nobody knows what is going on right then.
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(50, 1500)), TimeProvider.System, Cancellation);
            kills += await KillAsync(nation, broker, victim, random);
        }

        await load.StopAsync();
        foreach (var program in nation.Adapters.Select(adapter => adapter.Process).Prepend(nation.Hub))
        {
            await program.ReadyAsync(Cancellation);
        }

        await nation.RestsAsync(Cancellation);
        load.Faults.ShouldBeEmpty();
        nation.Agencies.SelectMany(agency => agency.Book.SentEntries).ShouldAllBe(entry => entry.Outcome == "accepted");
        (await nation.ReadHubBooksAsync(Cancellation)).Count(entry => entry.Kind == "edoc").ShouldBe(load.Expected);
        load.Expected.ShouldBeGreaterThan(kills);
        SurvivedKills.Add(kills);
    }

    private static async Task<int> KillAsync(ProcessNation nation, PrivateBroker broker, Victim victim, Random random)
    {
        var adapter = nation.Adapters[random.Next(nation.Adapters.Count)].Process;
        switch (victim)
        {
            case Victim.Hub:
                Kill(nation.Hub);
                nation.Hub.Start();
                return 1;
            case Victim.Adapter:
                Kill(adapter);
                adapter.Start();
                return 1;
            case Victim.Broker:
                broker.Kill();
                await broker.RestartAsync();
                return 1;
            case Victim.HubAndBroker:
                Kill(nation.Hub);
                broker.Kill();
                nation.Hub.Start();
                await broker.RestartAsync();
                return 2;
            case Victim.BrokerWhileHubIsDown:
                Kill(nation.Hub);
                broker.Kill();
                await broker.RestartAsync();
                nation.Hub.Start();
                return 2;
            default:
                throw new ArgumentOutOfRangeException(nameof(victim), victim, "No such victim.");
        }
    }

    /// <summary>Kills what runs: a program that has ended by itself is a fault of its own.</summary>
    private static void Kill(ProductProcess program)
    {
        program.IsRunning.ShouldBeTrue(program.Tail());
        program.Kill();
    }
}
