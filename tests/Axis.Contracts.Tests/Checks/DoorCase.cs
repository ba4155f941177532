using Axis.Contracts.Checks;
using Axis.Contracts.Edxml;

namespace Axis.Contracts.Tests.Checks;

/// <summary>
/// One row of the door's tables: what is different from a package without fault, among facts without fault, and everything that the rule then finds.
/// </summary>
/// <param name="Rule">The rule looked at.</param>
/// <param name="Name">What it is about, unique in its rule.</param>
/// <param name="Change">The difference of the package.</param>
/// <param name="Know">The difference of the facts.</param>
/// <param name="Expected">
/// Code, weight (<c>!</c> refuses, <c>?</c> warns, <c>.</c> informs) and path, the header's without its way there; <c>NOT_CHECKED</c> alone for a rule that was not looked at.
/// </param>
internal sealed record DoorCase(
    CheckRule Rule, string Name, Func<Package, Package> Change, Func<DoorFacts, DoorFacts> Know, IReadOnlyList<string> Expected)
{
    public string Key => $"{Rule}: {Name}";
}
