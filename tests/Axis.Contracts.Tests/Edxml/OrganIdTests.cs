using Axis.Contracts.Edxml;

namespace Axis.Contracts.Tests.Edxml;

public class OrganIdTests
{
    [Theory]
    [InlineData("28.22.H17", OrganIdForm.Letter2803)]
    [InlineData("01.02.G22", OrganIdForm.Letter2803)]
    [InlineData("000.00.00.G22", OrganIdForm.Qcvn102)]
    [InlineData("002.00.20.H13", OrganIdForm.Qcvn102)]
    [InlineData("H37.02.02", OrganIdForm.Decision20)]
    [InlineData("H37.DN.001", OrganIdForm.Decision20)]
    [InlineData("G22", OrganIdForm.Decision20)]
    [InlineData("A1234567.A1234567.A1234567.A1234567", OrganIdForm.Decision20)]
    [InlineData("A1234567.A1234567.A1234567.A12345678", OrganIdForm.Unknown)]
    [InlineData("g22", OrganIdForm.Unknown)]
    [InlineData("G22.", OrganIdForm.Unknown)]
    [InlineData(".G22", OrganIdForm.Unknown)]
    [InlineData("G22..01", OrganIdForm.Unknown)]
    [InlineData("G22 01", OrganIdForm.Unknown)]
    [InlineData("G22\n", OrganIdForm.Unknown)]
    [InlineData("Đ22", OrganIdForm.Unknown)]
    [InlineData("", OrganIdForm.Unknown)]
    [InlineData(null, OrganIdForm.Unknown)]
    public void Knows_the_three_generations(string? organId, OrganIdForm form)
    {
        OrganId.FormOf(organId).ShouldBe(form);
        OrganId.IsValid(organId).ShouldBe(form != OrganIdForm.Unknown);
    }
}
