using System.Diagnostics;
using System.Globalization;

namespace Axis.Contracts.Tests;

public sealed class DiskRoomTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1000, 900, 900, 10)]
    [InlineData(1000, 1000, 1000, 0)]
    [InlineData(1000, 0, 0, 100)]
    [InlineData(1000, 50, 0, 100)]
    [InlineData(2520, 2340, 750, 20)]
    [InlineData(1000, 301, 301, 70)]
    [InlineData(0, 0, 0, null)]
    public void What_is_kept_back_is_neither_used_nor_free(long size, long free, long available, int? used) =>
        DiskRoom.Of(size, free, available).PercentUsed.ShouldBe(used);

    [Fact]
    public async Task An_operator_who_asks_df_sees_the_same()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "df is asked where Axis runs.");
        using var df = Process.Start(new ProcessStartInfo("df", ["--output=pcent", Path.GetTempPath()]) { RedirectStandardOutput = true })!;
        var told = (await df.StandardOutput.ReadToEndAsync(Cancellation)).Split('\n')[1].Trim().TrimEnd('%');

        // Others write to the disk in the meantime.
        var percent = int.Parse(told, CultureInfo.InvariantCulture);
        DiskRoom.Of(Path.GetTempPath()).PercentUsed!.Value.ShouldBeInRange(percent - 1, percent + 1);
    }
}
