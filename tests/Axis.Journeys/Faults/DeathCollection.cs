namespace Axis.Journeys.Faults;

/// <summary>Deaths at named places share one nation, so they come one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class DeathCollection : ICollectionFixture<FaultNation>
{
    public const string Name = "Deaths at named places";
}
