using Axis.Contracts.Wire;
using PublicApiGenerator;

namespace Axis.Contracts.Tests;

public class PublicApiTests
{
    [Fact]
    public void What_others_compile_against_changes_on_purpose_only() =>
        Approved.Matches("tests/Axis.Contracts.Tests/PublicApi.approved.txt", typeof(WireNames).Assembly.GeneratePublicApi(new ApiGeneratorOptions
        {
            IncludeAssemblyAttributes = false,
        }));
}
