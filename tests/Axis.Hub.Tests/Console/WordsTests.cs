using Axis.Hub.Console;

namespace Axis.Hub.Tests.Console;

/// <summary>What stands on the operator's pages in either language.</summary>
public sealed class WordsTests
{
    [Theory]
    [InlineData(false, "Sở Nội vụ", "Department of Home Affairs", "Sở Nội vụ (H55)")]
    [InlineData(true, "Sở Nội vụ", "Department of Home Affairs", "Department of Home Affairs (H55)")]
    [InlineData(true, "Sở Nội vụ", "", "Sở Nội vụ (H55)")]
    [InlineData(false, "H55", "H55", "H55")]
    [InlineData(true, "H55", "H55", "H55")]
    [InlineData(true, "", "", "H55")]
    public void An_agency_is_called_by_name_and_code_and_by_its_code_once_where_it_has_no_name(bool english, string vietnamese, string nameEnglish, string expected) =>
        new Words(english).Agency(new("H55", vietnamese, nameEnglish)).ShouldBe(expected);
}
