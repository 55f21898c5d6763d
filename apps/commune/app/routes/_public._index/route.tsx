export default function StartPage() {
  return (
    <main>
      <h1>Gần Dân – cấp xã</h1>
    </main>
  );
}
