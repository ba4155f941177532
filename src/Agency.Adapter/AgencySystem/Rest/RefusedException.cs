using Axis.Contracts.Errors;

namespace Agency.Adapter.AgencySystem.Rest;

/// <summary>A request that ends here with a coded answer; mapped once, in <see cref="AnswerFailures"/>.</summary>
/// <param name="findings">At least one refusal.</param>
internal sealed class RefusedException(params IReadOnlyList<Finding> findings) : Exception(findings[0].English)
{
    public IReadOnlyList<Finding> Findings => findings;
}
